namespace HuaweiDms.Authentication;

/// <summary>A section of the credentials file that the SDKs of the service read.</summary>
internal sealed class ProfileSource(CredentialChainOptions options) : ICredentialSource
{
    private readonly string _profile = options.Section;
    private readonly string _file = options.NamedFile ?? Path.Combine(options.HomeFolder, ".huaweicloud", "credentials");

    /// <summary>The names of the sections; none if the file does not exist.</summary>
    /// <exception cref="FormatException">The file is malformed.</exception>
    public IReadOnlyList<string> Names => options.ReadFile(_file) is { } text ? [.. ProfileFile.Read(_file, text).Names] : [];

    public ValueTask<CredentialSearchResult> FindAsync(CancellationToken cancellationToken) => new(Find());

    private CredentialSearchResult Find()
    {
        try
        {
            return options.ReadFile(_file) is { } text
                ? Find(ProfileFile.Read(_file, text))
                : Missing(asked: options.NamedFile is not null, Format(Text.NoProfileFile, _file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return CredentialSearchResult.Broken(Format(Text.BrokenProfileFile, _file, e.Message));
        }
        catch (FormatException e)
        {
            return CredentialSearchResult.Broken(e.Message);
        }
    }

    private CredentialSearchResult Find(ProfileFile profiles)
    {
        if (profiles.Section(_profile) is not { } section)
            return Missing(asked: options.ProfileName is not null, Format(Text.NoProfile, _file, _profile, string.Join(", ", profiles.Names)));
        string? accessKey = Value(section, "ak");
        string? secretKey = Value(section, "sk");
        if (accessKey is null || secretKey is null)
            return CredentialSearchResult.Broken(Format(Text.HalfProfile, _file, _profile, accessKey is null ? "ak" : "sk"));
        try
        {
            AccessKeyCredential credential = new(accessKey, Secret.From(secretKey), Secret.FromOptional(Value(section, "security_token")));
            return CredentialSearchResult.Of(new(credential, Format(Text.ProfileName, _profile, _file))
            {
                Region = Value(section, "region"),
                ProjectId = DmsClientOptions.CheckProjectId("project_id", Value(section, "project_id")),
                ProjectName = Value(section, "project_name"),
                IamEndpoint = Regions.AddressOf("iam_endpoint", Value(section, "iam_endpoint")),
            });
        }
        catch (DmsException e)
        {
            return CredentialSearchResult.Broken(Format(Text.BrokenProfile, _file, _profile, e.Message));
        }
    }

    private static string? Value(IReadOnlyDictionary<string, string> section, string name)
        => section.TryGetValue(name, out string? value) && value.Length > 0 ? value : null;

    // If the caller named the file or the section, a missing one is an error; the defaults may be missing.
    private static CredentialSearchResult Missing(bool asked, string reason)
        => asked ? CredentialSearchResult.Broken(reason) : CredentialSearchResult.Nothing(reason);
}
