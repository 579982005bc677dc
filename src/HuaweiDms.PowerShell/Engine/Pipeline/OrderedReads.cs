namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Reads things that come one after the other, a limited number at once, and emits them in the order in which they came. A failure costs
/// nobody else anything. For one caller at a time.
/// </summary>
/// <param name="pipeline">Where they go.</param>
/// <param name="limit">How many reads are under way at once.</param>
/// <param name="fail">The failure of one.</param>
internal sealed class OrderedReads<T>(IPipeline pipeline, int limit, Func<T, Exception, Failure> fail)
    where T : notnull
{
    private readonly Queue<(T Item, Task<T> Read)> _underWay = new();

    /// <summary>Begins a read as soon as there is a place for it, and emits what has come until then.</summary>
    public async Task AddAsync(T item, Func<CancellationToken, Task<T>> read)
    {
        while (_underWay.Count >= limit || (_underWay.Count > 0 && _underWay.Peek().Read.IsCompleted))
            await EmitAsync().ConfigureAwait(false);
        _underWay.Enqueue((item, read(pipeline.Stop)));
    }

    /// <summary>Emits the first of those under way; nothing where there is none.</summary>
    public async Task EmitAsync()
    {
        if (_underWay.Count == 0)
            return;
        (T item, Task<T> read) = _underWay.Dequeue();
        try
        {
            await read.ConfigureAwait(false);
        }
        catch (Exception error) when (!pipeline.Stop.IsCancellationRequested)
        {
            await pipeline.WriteErrorAsync(fail(item, error)).ConfigureAwait(false);
            return;
        }
        await pipeline.WriteAsync(await read.ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>Emits all that are under way.</summary>
    public async Task EndAsync()
    {
        while (_underWay.Count > 0)
            await EmitAsync().ConfigureAwait(false);
    }

    /// <summary>Waits until nothing is under way; whoever leaves leaves nothing behind.</summary>
    public async Task LeaveAsync()
    {
        foreach ((T _, Task<T> read) in _underWay)
            await Task.WhenAny(read).ConfigureAwait(false);
    }
}
