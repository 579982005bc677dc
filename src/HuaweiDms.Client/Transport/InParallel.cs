namespace HuaweiDms.Transport;

/// <summary>Reads the same of each of many, some at once.</summary>
internal static class InParallel
{
    /// <summary>Requests under way at once; as many as pages of a list.</summary>
    private const int Degree = 8;

    /// <summary>Reads all. Where one cannot be read, the others need not be: what fails for one of hundreds may take its time for each.</summary>
    /// <param name="items">What to read of.</param>
    /// <param name="read">Reads of one.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>What was read, in the order of the items.</returns>
    public static async Task<TOut[]> ReadAsync<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, CancellationToken, Task<TOut>> read, CancellationToken stop)
    {
        using SemaphoreSlim places = new(Degree, Degree);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            return await Task.WhenAll(items.Select(item => ReadOneAsync(places, item, read, end))).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // With the caller's token, by which callers know their own cancellation.
            stop.ThrowIfCancellationRequested();
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
