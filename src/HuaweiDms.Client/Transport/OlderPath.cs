namespace HuaweiDms.Transport;

/// <summary>
/// An operation that has an older path, for gateways that do not know the newer one. What a gateway was once found not to know
/// is not asked for again.
/// </summary>
internal sealed class OlderPath
{
    private volatile bool _isNewerUnknown;

    /// <summary>Sends to the newer path, or to the older one where the gateway knows no other.</summary>
    public async Task<T> SendAsync<T>(Func<Task<T>> newer, Func<Task<T>> older)
    {
        if (_isNewerUnknown)
            return await older().ConfigureAwait(false);
        try
        {
            return await newer().ConfigureAwait(false);
        }
        catch (DmsException error) when (Absence.IsOfPath(error))
        {
            // The older path follows.
        }
        bool isOlderUnknown = false;
        try
        {
            return await older().ConfigureAwait(false);
        }
        catch (DmsException error) when (Absence.IsOfPath(error))
        {
            // A gateway that knows neither may be ill.
            isOlderUnknown = true;
            throw;
        }
        finally
        {
            _isNewerUnknown = !isOlderUnknown;
        }
    }
}
