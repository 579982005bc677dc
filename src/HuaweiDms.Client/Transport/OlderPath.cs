namespace HuaweiDms.Transport;

/// <summary>
/// An operation that has an older path, for gateways that do not know the newer one. What a gateway was once found not to know
/// is not asked for again.
/// </summary>
internal sealed class OlderPath
{
    /// <summary>What the gateway answers to a path it does not know.</summary>
    private const string PathUnknown = "APIGW.0101";

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
        catch (DmsException error) when (error.ErrorId == PathUnknown)
        {
            T answer = await older().ConfigureAwait(false);
            _isNewerUnknown = true;
            return answer;
        }
    }
}
