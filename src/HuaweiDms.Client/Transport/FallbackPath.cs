namespace HuaweiDms.Transport;

/// <summary>
/// An operation with an older path, for gateways that do not know the newer one. Once a gateway has rejected the newer path and knows the
/// older one, only the older one is used. A gateway that knows neither may be failing temporarily, and a call that is canceled or lost says
/// nothing.
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
        try
        {
            T result = await older().ConfigureAwait(false);
            _isNewerUnknown = true;
            return result;
        }
        catch (DmsException refusal) when (refusal.StatusCode is not null && !NotFoundErrors.IsPathUnknown(refusal))
        {
            _isNewerUnknown = true;
            throw;
        }
    }
}
