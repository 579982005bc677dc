namespace HuaweiDms.Transport;

/// <summary>
/// An operation with an older path, for gateways that do not know the newer one. Once a gateway has rejected the newer path, only the older
/// one is used.
/// </summary>
internal sealed class FallbackPath
{
    private volatile bool _isNewerUnknown;

    /// <summary>Sends to the newer path, or to the older one if the gateway does not know the newer one.</summary>
    public async Task<T> SendAsync<T>(Func<Task<T>> newer, Func<Task<T>> older)
    {
        if (_isNewerUnknown)
            return await older().ConfigureAwait(false);
        try
        {
            return await newer().ConfigureAwait(false);
        }
        catch (DmsException error) when (NotFoundErrors.IsPathUnknown(error))
        {
            // Try the older path.
        }
        bool useOlder = true;
        try
        {
            return await older().ConfigureAwait(false);
        }
        catch (DmsException error) when (NotFoundErrors.IsPathUnknown(error))
        {
            // A gateway that knows neither path may be failing temporarily.
            useOlder = false;
            throw;
        }
        finally
        {
            _isNewerUnknown = useOlder;
        }
    }
}
