namespace HuaweiDms;

/// <summary>The sources that <see cref="CredentialChain"/> searches.</summary>
public sealed class CredentialChainOptions
{
    /// <summary>The sources to try, always in the order environment, profile, metadata; by default all.</summary>
    public CredentialSources Sources { get; set; } = CredentialSources.All;

    /// <summary>The section of the credentials file; null means <c>basic</c>.</summary>
    public string? ProfileName { get; set; }

    /// <summary>
    /// The credentials file; null means the value of <c>HUAWEICLOUD_SDK_CREDENTIALS_FILE</c>, or <c>~/.huaweicloud/credentials</c> if that
    /// is not set.
    /// </summary>
    public string? ProfileFile { get; set; }

    /// <summary>
    /// The variable that names another metadata service. The value <c>off</c> skips the metadata service, which saves the wait outside
    /// cloud servers.
    /// </summary>
    internal const string MetadataVariable = "HUAWEIDMS_METADATA_ENDPOINT";

    /// <summary>The section to read.</summary>
    internal string Section => ProfileName ?? "basic";

    /// <summary>The file that the options or the environment name; null for the default file.</summary>
    internal string? NamedFile
    {
        get
        {
            if (ProfileFile is not null)
                return ProfileFile;
            string? named = Variable("HUAWEICLOUD_SDK_CREDENTIALS_FILE")?.Trim();
            return string.IsNullOrEmpty(named) ? null : named;
        }
    }

    internal Func<string, string?> Variable { get; set; } = Environment.GetEnvironmentVariable;

    /// <summary>Reads the text of a file; returns null if the file does not exist.</summary>
    internal Func<string, string?> ReadFile { get; set; } = ReadIfExists;

    internal string HomeFolder { get; set; } = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>
    /// The address of the metadata service; null means the value of <see cref="MetadataVariable"/>, or the link-local address that all
    /// cloud servers use.
    /// </summary>
    internal Uri? MetadataAddress { get; set; }

    /// <summary>The handler that sends the metadata requests; null creates one that never uses a proxy.</summary>
    internal HttpMessageHandler? MetadataHandler { get; set; }

    /// <summary>
    /// The time limit of a metadata request. Outside a cloud server, connections to that address often hang instead of being refused.
    /// </summary>
    internal TimeSpan MetadataTimeout { get; set; } = TimeSpan.FromSeconds(3);

    internal TimeProvider Time { get; set; } = TimeProvider.System;

    private static string? ReadIfExists(string path)
    {
        if (File.Exists(path))
            return File.ReadAllText(path);
        return Directory.Exists(path) ? throw new IOException(Text.ProfileIsFolder) : null;
    }
}
