namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Runs reads with a limited number in flight and emits their results in order. A failure does not affect the others. For one
/// caller at a time.
/// </summary>
/// <param name="pipeline">Where they go.</param>
/// <param name="limit">The maximum number of reads in flight.</param>
/// <param name="fail">The failure of one.</param>
internal sealed class OrderedReads<T>(IPipeline pipeline, int limit, Func<T, Exception, Failure> fail)
    where T : notnull
{
    private readonly Queue<(T Item, Task<T> Read)> _underWay = new();

    /// <summary>Starts a read as soon as there is a free slot, and emits the results that are ready.</summary>
    public async Task AddAsync(T item, Func<CancellationToken, Task<T>> read)
    {
        while (_underWay.Count >= limit || (_underWay.Count > 0 && _underWay.Peek().Read.IsCompleted))
            await EmitAsync().ConfigureAwait(false);
        _underWay.Enqueue((item, read(pipeline.Stop)));
    }

    /// <summary>Emits the result of the oldest read; does nothing if there is none.</summary>
    public async Task EmitAsync()
    {
        if (_underWay.Count == 0)
            return;
        (T item, Task<T> read) = _underWay.Dequeue();
        T found;
        try
        {
            found = await read.ConfigureAwait(false);
        }
        catch (Exception error) when (!pipeline.Stop.IsCancellationRequested)
        {
            await pipeline.WriteErrorAsync(fail(item, error)).ConfigureAwait(false);
            return;
        }
        await pipeline.WriteAsync(found).ConfigureAwait(false);
    }

    /// <summary>Emits the results of all reads.</summary>
    public async Task EndAsync()
    {
        while (_underWay.Count > 0)
            await EmitAsync().ConfigureAwait(false);
    }

    /// <summary>Waits until no read is in flight, so that a cancelled command leaves none behind.</summary>
    public async Task LeaveAsync()
    {
        foreach ((T _, Task<T> read) in _underWay)
            await Task.WhenAny(read).ConfigureAwait(false);
    }
}
