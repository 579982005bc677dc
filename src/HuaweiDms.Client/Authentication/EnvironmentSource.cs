namespace HuaweiDms.Authentication;

/// <summary>Environment variables, with the names that the tools of the service use.</summary>
internal sealed class EnvironmentSource(CredentialChainOptions options) : ICredentialSource
{
    private const string Region = "HW_REGION_NAME";

    private static readonly Family[] Families =
    [
        new("HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK", "HUAWEICLOUD_SDK_SECURITY_TOKEN", "HUAWEICLOUD_SDK_PROJECT_ID", null),
        new("CLOUD_SDK_AK", "CLOUD_SDK_SK", null, null, null),
        new("HW_ACCESS_KEY", "HW_SECRET_KEY", "HW_SECURITY_TOKEN", null, "HW_PROJECT_NAME"),
    ];

    public ValueTask<CredentialSearchResult> FindAsync(CancellationToken cancellationToken) => new(Find());

    private CredentialSearchResult Find()
    {
        foreach (Family family in Families)
        {
            string? accessKey = Value(family.AccessKey);
            string? secretKey = Value(family.SecretKey);
            if (accessKey is null && secretKey is null)
                continue;
            if (accessKey is null)
                return CredentialSearchResult.Broken(Format(Text.HalfSetVariables, family.SecretKey, family.AccessKey));
            if (secretKey is null)
                return CredentialSearchResult.Broken(Format(Text.HalfSetVariables, family.AccessKey, family.SecretKey));
            if (Unfilled(family) is { } unfilled)
                return unfilled;
            try
            {
                return CredentialSearchResult.Of(Found(family, accessKey, secretKey));
            }
            catch (DmsException e)
            {
                return CredentialSearchResult.Broken(Format(Text.BrokenVariables, family.AccessKey, e.Message));
            }
        }

        string names = string.Join(", ", Families.Select(family => $"{family.AccessKey}/{family.SecretKey}"));
        return CredentialSearchResult.Nothing(Format(Text.NoVariables, names));
    }

    /// <summary>
    /// Azure Pipelines leaves <c>$(NAME)</c> in the value if the pipeline has no such variable. Returns null if no value looks like that.
    /// </summary>
    private CredentialSearchResult? Unfilled(Family family)
    {
        foreach (string? name in (ReadOnlySpan<string?>)[family.AccessKey, family.SecretKey, family.SecurityToken, family.ProjectId, family.ProjectName, Region])
        {
            if (Value(name) is { Length: > 3 } value && value.StartsWith("$(", StringComparison.Ordinal) && value.IndexOf(')') == value.Length - 1)
                return CredentialSearchResult.Broken(Format(Text.UnfilledVariable, name, value, value.Substring(2, value.Length - 3)));
        }
        return null;
    }

    private FoundCredential Found(Family family, string accessKey, string secretKey)
    {
        AccessKeyCredential credential = new(accessKey, Secret.From(secretKey), Secret.FromOptional(Value(family.SecurityToken)));
        return new(credential, Format(Text.EnvironmentName, family.AccessKey))
        {
            Region = Value(Region),
            ProjectId = family.ProjectId is null ? null : DmsClientOptions.CheckProjectId(family.ProjectId, Value(family.ProjectId)),
            ProjectName = Value(family.ProjectName),
        };
    }

    private string? Value(string? name)
    {
        string? value = name is null ? null : options.Variable(name)?.Trim();
        return string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>Variables that belong together: mixing those of two tools could mix two accounts.</summary>
    private sealed record Family(string AccessKey, string SecretKey, string? SecurityToken, string? ProjectId, string? ProjectName);
}
