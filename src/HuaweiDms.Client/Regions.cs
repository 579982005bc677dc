namespace HuaweiDms;

/// <summary>The regions that this library knows and the addresses of their services. For any other region, give an endpoint.</summary>
public static class Regions
{
    private const string Domain = "myhuaweicloud.com";
    private const string EuropeanDomain = "myhuaweicloud.eu";
    private const string Sovereign = "eu-west-101";

    /// <summary>Regions whose identity service has no host in the published list; the global one serves them.</summary>
    private static readonly HashSet<string> WithoutIdentity = new(StringComparer.Ordinal)
    {
        "cn-north-11", "cn-north-12", "cn-south-4", "cn-southwest-3", "ap-southeast-5", "af-north-1", "ru-northwest-2",
    };

    /// <summary>The regions in which DMS is known to be available, sorted by name.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        "ae-ad-1", "af-north-1", "af-south-1", "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5",
        "cn-east-2", "cn-east-3", "cn-east-4", "cn-east-5", "cn-north-1", "cn-north-11", "cn-north-12", "cn-north-2", "cn-north-4",
        "cn-north-9", "cn-south-1", "cn-south-2", "cn-south-4", "cn-southwest-2", "cn-southwest-3", "eu-west-0", "eu-west-101",
        "la-north-2", "la-south-2", "me-east-1", "my-kualalumpur-1", "na-mexico-1", "ru-moscow-1", "ru-northwest-2", "sa-brazil-1",
        "tr-west-1",
    ];

    /// <summary>
    /// Returns the address of a service in a region. An environment variable such as <c>HUAWEICLOUD_SDK_REGION_KAFKA_CN_NORTH_4</c> takes
    /// precedence.
    /// </summary>
    /// <param name="service">The service.</param>
    /// <param name="region">The region.</param>
    /// <param name="kafka">The given address of DMS, if any. It shows which cloud an unknown region belongs to.</param>
    /// <exception cref="DmsException">The region is unknown, or the environment variable does not hold an address.</exception>
    internal static Uri EndpointOf(DmsService service, string region, Uri? kafka)
        => EndpointOf(service, region, kafka, Environment.GetEnvironmentVariable);

    internal static Uri EndpointOf(DmsService service, string region, Uri? kafka, Func<string, string?> variable)
    {
        region = region.Trim().ToLowerInvariant();
        string name = $"HUAWEICLOUD_SDK_REGION_{service.ToString().ToUpperInvariant()}_{region.ToUpperInvariant().Replace('-', '_')}";
        if (FromEnvironment(name, variable) is { } own)
            return own;
        if (service == DmsService.Iam)
            return FromEnvironment("HUAWEICLOUD_SDK_IAM_ENDPOINT", variable) ?? IdentityOf(region, kafka);
        if (!Known.Contains(region))
            throw DmsErrors.UnknownRegion(region, ClosestName.Find(region, Known));
        return service == DmsService.Dcs
            ? new($"https://dcs.{region}.{Domain}")
            : new($"https://dms.{region}.{(region == Sovereign ? EuropeanDomain : Domain)}");
    }

    /// <summary>The credential of a private installation must not go to the public cloud, even if its region is known there.</summary>
    private static Uri IdentityOf(string region, Uri? kafka)
        => !Known.Contains(region)
            ? IsPublic(kafka) ? new($"https://iam.{Domain}") : throw DmsErrors.IdentityUnknown(region)
            : WithoutIdentity.Contains(region) ? new($"https://iam.{Domain}")
            : new($"https://iam.{region}.{(region == Sovereign ? EuropeanDomain : Domain)}");

    private static bool IsPublic(Uri? address)
        => address is { IsAbsoluteUri: true }
            && (address.Host.EndsWith("." + Domain, StringComparison.Ordinal) || address.Host.EndsWith("." + EuropeanDomain, StringComparison.Ordinal));

    private static Uri? FromEnvironment(string name, Func<string, string?> variable) => AddressOf(name, variable(name));

    /// <summary>
    /// Parses an address from a variable or a profile, which may list several, main one first, and may omit the scheme. Returns null if
    /// there is none.
    /// </summary>
    /// <param name="name">The name of the variable or setting.</param>
    /// <param name="text">Its value.</param>
    /// <exception cref="DmsException">The text is not an address.</exception>
    internal static Uri? AddressOf(string name, string? text)
    {
        text = text?.Split(',')[0].Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        string address = text!.Contains("://") ? text : "https://" + text;
        return Uri.TryCreate(address, UriKind.Absolute, out Uri? endpoint) && endpoint.Scheme is "https" or "http"
            ? endpoint
            : throw DmsErrors.InvalidArgument(name, text, Text.NoAddress);
    }
}
