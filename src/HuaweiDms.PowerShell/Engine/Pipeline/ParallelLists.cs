namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Reads the lists of several sources in parallel and emits them in order. Only as many lists are read ahead as may be in flight,
/// so that memory does not grow with the number of sources.
/// </summary>
internal static class ParallelLists
{
    /// <param name="pipeline">Receives the failures; one failure does not affect the others.</param>
    /// <param name="sources">What is read.</param>
    /// <param name="degree">How many at once.</param>
    /// <param name="read">Reads the list of one.</param>
    /// <param name="fail">Makes the failure of one.</param>
    /// <param name="emit">Emits a list; returns false when nothing more is requested.</param>
    public static async Task WriteAsync<TSource, T>(
        IPipeline pipeline,
        IReadOnlyList<TSource> sources,
        int degree,
        Func<TSource, CancellationToken, Task<IReadOnlyList<T>>> read,
        Func<TSource, Exception, Failure> fail,
        Func<IReadOnlyList<T>, Task<bool>> emit)
    {
        using CancellationTokenSource leaving = CancellationTokenSource.CreateLinkedTokenSource(pipeline.Stop);
        Queue<Read<TSource, T>> underWay = new();
        int next = 0;
        try
        {
            while (true)
            {
                for (; next < sources.Count && underWay.Count < degree; next++)
                    underWay.Enqueue(new(sources[next], read(sources[next], leaving.Token)));
                if (underWay.Count == 0)
                    return;
                (TSource source, Task<IReadOnlyList<T>> task) = underWay.Dequeue();
                try
                {
                    if (!await emit(await task.ConfigureAwait(false)).ConfigureAwait(false))
                        return;
                }
                catch (Exception error) when (task.Status != TaskStatus.RanToCompletion && !pipeline.Stop.IsCancellationRequested)
                {
                    await pipeline.WriteErrorAsync(error is FailureException failed ? failed.Failure : fail(source, error)).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            leaving.Cancel();
            foreach (Read<TSource, T> left in underWay)
                await Task.WhenAny(left.Task).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the lists and emits all their items.</summary>
    /// <param name="pipeline">Where they go, with the failures; one failure does not affect the others.</param>
    /// <param name="sources">What is read.</param>
    /// <param name="degree">How many at once.</param>
    /// <param name="read">Reads the list of one.</param>
    /// <param name="fail">Makes the failure of one.</param>
    public static Task WriteAsync<TSource, T>(
        IPipeline pipeline,
        IReadOnlyList<TSource> sources,
        int degree,
        Func<TSource, CancellationToken, Task<IReadOnlyList<T>>> read,
        Func<TSource, Exception, Failure> fail)
        => WriteAsync(
            pipeline,
            sources,
            degree,
            read,
            fail,
            async items =>
            {
                await pipeline.WriteAllAsync(items).ConfigureAwait(false);
                return true;
            });

    /// <summary>Reads the lists and returns their items, in the order of the sources.</summary>
    /// <param name="pipeline">Receives the failures; one failure does not affect the others.</param>
    /// <param name="sources">What is read.</param>
    /// <param name="degree">How many at once.</param>
    /// <param name="read">Reads the list of one.</param>
    /// <param name="fail">Makes the failure of one.</param>
    public static async Task<List<T>> ReadAsync<TSource, T>(
        IPipeline pipeline,
        IReadOnlyList<TSource> sources,
        int degree,
        Func<TSource, CancellationToken, Task<IReadOnlyList<T>>> read,
        Func<TSource, Exception, Failure> fail)
    {
        List<T> all = [];
        await WriteAsync(
            pipeline,
            sources,
            degree,
            read,
            fail,
            items =>
            {
                all.AddRange(items);
                return Task.FromResult(true);
            }).ConfigureAwait(false);
        return all;
    }

    private sealed record Read<TSource, T>(TSource Source, Task<IReadOnlyList<T>> Task);
}
