namespace HuaweiDms.PowerShell.Engine;

/// <summary>Limits the number of requests in flight, wherever they come from.</summary>
/// <param name="limit">How many.</param>
internal sealed class Throttle(int limit = Throttle.DefaultLimit) : IDisposable
{
    /// <summary>The default limit.</summary>
    public const int DefaultLimit = 16;

    private readonly SemaphoreSlim _places = new(limit, limit);

    public async Task<T> RunAsync<T>(Func<Task<T>> request, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await request().ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
