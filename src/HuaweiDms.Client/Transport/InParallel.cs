namespace HuaweiDms.Transport;

/// <summary>Reads several items in parallel.</summary>
internal static class InParallel
{
    /// <summary>The maximum number of requests in flight, the same as for pages of a list.</summary>
    private const int Degree = 8;

    /// <summary>
    /// Reads all items. The first failure cancels the others, because the same failure may be slow for each of hundreds of items.
    /// </summary>
    /// <param name="items">The items.</param>
    /// <param name="read">Reads one item.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The results, in the order of the items.</returns>
    public static async Task<TOut[]> ReadAsync<TIn, TOut>(
        IEnumerable<TIn> items, Func<TIn, CancellationToken, Task<TOut>> read, CancellationToken cancellationToken)
    {
        using SemaphoreSlim places = new(Degree, Degree);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            return await Task.WhenAll(items.Select(item => ReadOneAsync(places, item, read, end))).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Throw with the token of the caller, by which it recognizes its own cancellation.
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }

    private static async Task<TOut> ReadOneAsync<TIn, TOut>(
        SemaphoreSlim places, TIn item, Func<TIn, CancellationToken, Task<TOut>> read, CancellationTokenSource end)
    {
        await places.WaitAsync(end.Token).ConfigureAwait(false);
        try
        {
            return await read(item, end.Token).ConfigureAwait(false);
        }
        catch
        {
            end.Cancel();
            throw;
        }
        finally
        {
            places.Release();
        }
    }
}
