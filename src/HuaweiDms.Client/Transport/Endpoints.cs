namespace HuaweiDms.Transport;

/// <summary>Resolves the address of each service: the given one, otherwise that of the region.</summary>
internal sealed class Endpoints(DmsClientOptions options)
{
    /// <summary>Whether any service is on this machine.</summary>
    public bool AnyIsLocal => IsLocal(DmsService.Kafka) || IsLocal(DmsService.Dcs) || IsLocal(DmsService.Iam);

    /// <exception cref="DmsException">
    /// Neither an endpoint nor a region was given, or the endpoint is not secure, or it contains a password.
    /// </exception>
    public Uri Of(DmsService service)
    {
        (Uri? given, string name) = service switch
        {
            DmsService.Kafka => (options.Endpoint, nameof(options.Endpoint)),
            DmsService.Dcs => (options.DcsEndpoint, nameof(options.DcsEndpoint)),
            _ => (options.IamEndpoint, nameof(options.IamEndpoint)),
        };
        Uri endpoint = given ?? OfRegion(service);
        if (HoldsSecret(endpoint))
            throw DmsErrors.EndpointHoldsSecret(name, endpoint);
        if (!endpoint.IsAbsoluteUri || (endpoint.Scheme != Uri.UriSchemeHttps && endpoint.Scheme != Uri.UriSchemeHttp))
            throw DmsErrors.InvalidArgument(name, endpoint, Text.NoAddress);
        if (!options.AllowInsecureEndpoint && endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback)
            throw DmsErrors.InvalidArgument(name, endpoint, Text.EndpointIsInsecure);
        return endpoint;
    }

    /// <summary>Returns the same address, or null if it cannot be determined; calling the service then reports the reason.</summary>
    public Uri? Find(DmsService service)
    {
        try
        {
            return Of(service);
        }
        catch (DmsException)
        {
            return null;
        }
    }

    /// <summary>Whether an address contains a user name or a password; addresses are shown together with a connection.</summary>
    public static bool HoldsSecret(Uri endpoint) => endpoint.IsAbsoluteUri && endpoint.UserInfo.Length > 0;

    private bool IsLocal(DmsService service) => Find(service) is { IsLoopback: true };

    private Uri OfRegion(DmsService service)
        => options.Region is { } region ? Regions.EndpointOf(service, region, options.Endpoint) : throw DmsErrors.EndpointMissing(service.ToString());
}
