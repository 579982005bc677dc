namespace HuaweiDms;

/// <summary>Where <see cref="CredentialChain"/> looks.</summary>
public sealed class CredentialChainOptions
{
    /// <summary>The sources to try, always in the order environment, profile, metadata; all by default.</summary>
    public CredentialSources Sources { get; set; } = CredentialSources.All;

    /// <summary>The section of the credentials file; null takes <c>basic</c>.</summary>
    public string? ProfileName { get; set; }

    /// <summary>The credentials file; null takes <c>HUAWEICLOUD_SDK_CREDENTIALS_FILE</c>, else <c>~/.huaweicloud/credentials</c>.</summary>
    public string? ProfileFile { get; set; }

    /// <summary>Names another metadata service; <c>off</c> asks none, which saves the wait where there can be no cloud server.</summary>
    internal const string MetadataVariable = "HUAWEIDMS_METADATA_ENDPOINT";

    /// <summary>The section to look for.</summary>
    internal string Section => ProfileName ?? "basic";

    /// <summary>The file that is named; null where it is the usual one.</summary>
    internal string? NamedFile
        => ProfileFile ?? (Variable("HUAWEICLOUD_SDK_CREDENTIALS_FILE") is { } named && !string.IsNullOrWhiteSpace(named) ? named.Trim() : null);

    internal Func<string, string?> Variable { get; set; } = Environment.GetEnvironmentVariable;

    /// <summary>A file's text; null when there is no such file.</summary>
    internal Func<string, string?> ReadFile { get; set; }
        = path => File.Exists(path) ? File.ReadAllText(path) : Directory.Exists(path) ? throw new IOException(Text.ProfileIsFolder) : null;

    internal string HomeFolder { get; set; } = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>Where the metadata service answers; null takes <see cref="MetadataVariable"/>, else the link-local address of every cloud server.</summary>
    internal Uri? MetadataAddress { get; set; }

    /// <summary>Sends the metadata requests; null makes a connection that never goes through a proxy.</summary>
    internal HttpMessageHandler? MetadataHandler { get; set; }

    /// <summary>Beyond a cloud server nobody answers at that address, often without refusing either.</summary>
    internal TimeSpan MetadataTimeout { get; set; } = TimeSpan.FromSeconds(3);

    internal TimeProvider Time { get; set; } = TimeProvider.System;
}
