namespace HuaweiDms;

/// <summary>Errors about credentials and endpoints.</summary>
internal static partial class DmsErrors
{
    /// <summary>A key, token, name or password is empty.</summary>
    public static DmsException EmptySecret(string parameterName)
        => new(DmsErrorKind.InvalidArgument, "HuaweiDms.InvalidArgument", Format(Text.EmptySecret, parameterName)) { ParameterName = parameterName };

    /// <summary>A key, token or header value contains a character that a header cannot have. The value is secret and not shown.</summary>
    public static DmsException NotHeaderText(string parameterName)
        => new(DmsErrorKind.InvalidArgument, "HuaweiDms.InvalidArgument", Format(Text.NotHeaderText, parameterName)) { ParameterName = parameterName };

    /// <summary>The region is unknown and no endpoint was given.</summary>
    public static DmsException UnknownRegion(string region, string? nearest)
        => new(DmsErrorKind.InvalidArgument, "HuaweiDms.UnknownRegion", Format(Text.UnknownRegion, region, string.Join(", ", Regions.Known)))
        {
            ParameterName = "Region",
            Advice = nearest is null ? Text.UnknownRegionAdvice : Format(Text.NearRegionAdvice, nearest, Text.UnknownRegionAdvice),
        };

    /// <summary>No source has a credential.</summary>
    /// <param name="reasons">The reason for each source.</param>
    /// <param name="section">The section of the credentials file that was searched for.</param>
    /// <param name="file">The credentials file.</param>
    public static DmsException CredentialNotFound(IEnumerable<string> reasons, string section, string file)
        => new(DmsErrorKind.CredentialNotFound, "HuaweiDms.CredentialNotFound", Format(Text.CredentialNotFound, string.Join(" ", reasons)))
        {
            Advice = Format(Text.CredentialNotFoundAdvice, section, file),
        };

    /// <summary>The metadata service returned no keys.</summary>
    public static DmsException MetadataFailed(Uri address, string why, Exception? cause)
        => new(DmsErrorKind.CredentialNotFound, "HuaweiDms.MetadataFailed", Format(Text.NoMetadata, address, why), cause)
        {
            Advice = Text.MetadataFailedAdvice,
        };
}
