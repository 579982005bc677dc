namespace HuaweiDms;

/// <summary>Errors about credentials, endpoints and projects.</summary>
internal static partial class DmsErrors
{
    /// <summary>A key, token, name or password is empty.</summary>
    public static DmsException EmptySecret(string parameterName)
        => Rejected(parameterName, Format(Text.EmptySecret, parameterName));

    /// <summary>A key, token or header value contains a character that a header cannot have. The value is secret and not shown.</summary>
    public static DmsException NotHeaderText(string parameterName)
        => Rejected(parameterName, Format(Text.NotHeaderText, parameterName));

    /// <summary>The region is unknown and no endpoint was given.</summary>
    public static DmsException UnknownRegion(string region, string? nearest)
        => new(DmsErrorKind.InvalidArgument, "HuaweiDms.UnknownRegion", Format(Text.UnknownRegion, region, string.Join(", ", Regions.Known)))
        {
            ParameterName = "Region",
            Advice = nearest is null ? Text.UnknownRegionAdvice : Format(Text.NearRegionAdvice, nearest, Text.UnknownRegionAdvice),
        };

    /// <summary>An address contains a user name or a password; the error does not show them.</summary>
    public static DmsException EndpointHoldsSecret(string parameterName, Uri endpoint)
        => InvalidArgument(parameterName, endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped), Text.EndpointHoldsSecret);

    /// <summary>There is neither a region nor an endpoint.</summary>
    public static DmsException EndpointMissing(string service)
        => new(DmsErrorKind.InvalidArgument, "HuaweiDms.EndpointMissing", Format(Text.EndpointMissing, service))
        {
            ParameterName = "Region",
            Advice = Text.EndpointMissingAdvice,
        };

    /// <summary>
    /// The region is unknown, so the address of its identity service is also unknown, and a credential must not go to another one.
    /// </summary>
    public static DmsException IdentityUnknown(string region)
        => new(DmsErrorKind.InvalidArgument, "HuaweiDms.EndpointMissing", Format(Text.IdentityUnknown, region))
        {
            ParameterName = "IamEndpoint",
            Advice = Text.IdentityUnknownAdvice,
        };

    /// <summary>The project was not found by its name (8.4).</summary>
    public static DmsException ProjectNotFound(string name, IReadOnlyCollection<string> found)
        => new(
            DmsErrorKind.NotFound,
            "HuaweiDms.ProjectNotFound",
            Format(Text.ProjectNotFound, name, found.Count, found.Count == 0 ? Text.NoneVisible : string.Join(", ", found)))
        {
            Advice = Text.ProjectNotFoundAdvice,
        };

    /// <summary>No source has a credential.</summary>
    /// <param name="reasons">The reason for each source.</param>
    /// <param name="sources">The sources that were searched.</param>
    /// <param name="section">The section of the credentials file that was searched for.</param>
    /// <param name="file">The credentials file.</param>
    public static DmsException CredentialNotFound(IEnumerable<string> reasons, CredentialSources sources, string section, string file)
        => new(DmsErrorKind.CredentialNotFound, "HuaweiDms.CredentialNotFound", Format(Text.CredentialNotFound, string.Join(" ", reasons)))
        {
            Advice = sources switch
            {
                CredentialSources.Environment => Text.NoEnvironmentAdvice,
                CredentialSources.Profile => Format(Text.NoProfileAdvice, section, file),
                _ => Format(Text.CredentialNotFoundAdvice, section, file),
            },
        };

    /// <summary>The metadata service returned no keys.</summary>
    public static DmsException MetadataFailed(Uri address, string why, Exception? cause)
        => new(DmsErrorKind.CredentialNotFound, "HuaweiDms.MetadataFailed", Format(Text.NoMetadata, address, why), cause)
        {
            Advice = Text.MetadataFailedAdvice,
        };
}
