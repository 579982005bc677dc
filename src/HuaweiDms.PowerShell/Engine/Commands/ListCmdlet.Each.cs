namespace HuaweiDms.PowerShell.Engine;

public abstract partial class ListCmdlet
{
    /// <summary>Lists the items of each of several sources: several lists are read in parallel; a single one page by page.</summary>
    /// <param name="pipeline">Where the objects go.</param>
    /// <param name="sources">The sources.</param>
    /// <param name="degree">The number of lists to read in parallel.</param>
    /// <param name="list">Reads the list of one source, or a part of it.</param>
    /// <param name="fail">The failure of one.</param>
    /// <param name="filter">The filter for the objects.</param>
    /// <param name="checkEmpty">Checks whether a source with an empty list exists, and throws if it does not.</param>
    /// <param name="explain">Adds details to the failure of one source.</param>
    private protected async Task ListEachAsync<TSource, T>(
        IPipeline pipeline,
        IReadOnlyList<TSource> sources,
        int degree,
        Func<TSource, PageRange, PagedResult<T>> list,
        Func<TSource, Exception, Failure> fail,
        Func<TSource, T, bool>? filter = null,
        Func<TSource, CancellationToken, Task>? checkEmpty = null,
        Func<Failure, TSource, CancellationToken, Task<Failure>>? explain = null)
    {
        explain ??= (failure, _, _) => Task.FromResult(failure);
        if (sources.Count == 1)
        {
            await ListOneAsync(pipeline, sources[0], list, fail, filter, checkEmpty, explain).ConfigureAwait(false);
            return;
        }
        await EmitEachAsync(pipeline, sources, degree, ReadAsync, fail).ConfigureAwait(false);

        async Task<IReadOnlyList<T>> ReadAsync(TSource source, CancellationToken stop)
        {
            List<T> items = [];
            bool isEmpty = true;
            try
            {
                await foreach (T item in list(source, filter is null ? Window.MaxRange : PageRange.All).WithCancellation(stop).ConfigureAwait(false))
                {
                    isEmpty = false;
                    if (filter is null || filter(source, item))
                        items.Add(item);
                }
            }
            catch (DmsException error)
            {
                throw new FailureException(await explain(fail(source, error), source, stop).ConfigureAwait(false));
            }
            if (isEmpty && checkEmpty is not null)
                await checkEmpty(source, stop).ConfigureAwait(false);
            return items;
        }
    }

    /// <summary>Reads each of several sources in parallel and emits the results; reads no more than requested.</summary>
    /// <param name="pipeline">Where the objects go.</param>
    /// <param name="sources">The sources.</param>
    /// <param name="degree">How many are read at once.</param>
    /// <param name="read">Reads the items of one source.</param>
    /// <param name="fail">The failure of one.</param>
    /// <param name="onRead">Called after each source that was read.</param>
    private protected async Task EmitEachAsync<TSource, T>(
        IPipeline pipeline,
        IReadOnlyList<TSource> sources,
        int degree,
        Func<TSource, CancellationToken, Task<IReadOnlyList<T>>> read,
        Func<TSource, Exception, Failure> fail,
        Action? onRead = null)
    {
        await WriteTotalAsync(pipeline, null).ConfigureAwait(false);
        if (Window.IsClosed)
            return;
        await ParallelLists.WriteAsync(
            pipeline,
            sources,
            degree,
            read,
            fail,
            async items =>
            {
                await pipeline.TurnAsync().ConfigureAwait(false);
                await pipeline.WriteAllAsync([.. items.Where(_ => Window.Take())]).ConfigureAwait(false);
                onRead?.Invoke();
                return !Window.IsClosed;
            }).ConfigureAwait(false);
    }

    /// <summary>
    /// Emits items that are known by id, each read with one request. Sends no more requests than items that may still be requested.
    /// </summary>
    private protected Task EmitEachAsync(IPipeline pipeline, IEnumerable<WorkItem> items)
        => EmitEachAsync(
            pipeline,
            [.. items],
            (int)Math.Min(Window.MaxRange.First ?? Throttle.DefaultLimit, Share(Throttle.DefaultLimit)),
            async (item, _) => (IReadOnlyList<object>)[(await item.Work(pipeline).ConfigureAwait(false))!],
            (item, error) => Failures.From(error, item.Target, MyInvocation.MyCommand.Name, item.Subject));

    private async Task ListOneAsync<TSource, T>(
        IPipeline pipeline,
        TSource source,
        Func<TSource, PageRange, PagedResult<T>> list,
        Func<TSource, Exception, Failure> fail,
        Func<TSource, T, bool>? filter,
        Func<TSource, CancellationToken, Task>? checkEmpty,
        Func<Failure, TSource, CancellationToken, Task<Failure>> explain)
    {
        try
        {
            bool isEmpty = !Window.IsClosed;
            PageRange range = await BeginAsync(pipeline, filter is null, isOnly: true).ConfigureAwait(false);
            bool Fits(T item)
            {
                isEmpty = false;
                return filter is null || filter(source, item);
            }
            await PagedOutput.WriteAsync(pipeline, list(source, range), Fits, Window, total => WriteTotalAsync(pipeline, total)).ConfigureAwait(false);
            if (isEmpty && checkEmpty is not null)
                await checkEmpty(source, pipeline.Stop).ConfigureAwait(false);
        }
        catch (DmsException error)
        {
            await pipeline.WriteErrorAsync(await explain(fail(source, error), source, pipeline.Stop).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }
}
