namespace HuaweiDms;

/// <summary>Errors about who calls and where.</summary>
internal static partial class DmsErrors
{
    /// <summary>A key, token, name or password that is empty.</summary>
    public static DmsException EmptySecret(string parameterName)
        => new(DmsErrorKind.InvalidArgument, "HuaweiDms.InvalidArgument", Format(Text.EmptySecret, parameterName)) { ParameterName = parameterName };

    /// <summary>A key, token or header value with a character that no header may hold. The value is not shown: it is secret.</summary>
    public static DmsException NotHeaderText(string parameterName)
        => new(DmsErrorKind.InvalidArgument, "HuaweiDms.InvalidArgument", Format(Text.NotHeaderText, parameterName)) { ParameterName = parameterName };

    /// <summary>A region that is in no list and has no endpoint.</summary>
    public static DmsException UnknownRegion(string region, string? nearest)
        => new(DmsErrorKind.InvalidArgument, "HuaweiDms.UnknownRegion", Format(Text.UnknownRegion, region, string.Join(", ", Regions.Known)))
        {
            ParameterName = "Region",
            Advice = nearest is null ? Text.UnknownRegionAdvice : Format(Text.NearRegionAdvice, nearest, Text.UnknownRegionAdvice),
        };

    /// <summary>No source had a credential; every one says why.</summary>
    /// <param name="reasons">Why.</param>
    /// <param name="section">The section of the credentials file that was looked for.</param>
    /// <param name="file">That file.</param>
    public static DmsException CredentialNotFound(IEnumerable<string> reasons, string section, string file)
        => new(DmsErrorKind.CredentialNotFound, "HuaweiDms.CredentialNotFound", Format(Text.CredentialNotFound, string.Join(" ", reasons)))
        {
            Advice = Format(Text.CredentialNotFoundAdvice, section, file),
        };

    /// <summary>The metadata service had no keys to give.</summary>
    public static DmsException MetadataFailed(Uri address, string why, Exception? cause)
        => new(DmsErrorKind.CredentialNotFound, "HuaweiDms.MetadataFailed", Format(Text.NoMetadata, address, why), cause)
        {
            Advice = Text.MetadataFailedAdvice,
        };
}
