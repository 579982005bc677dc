namespace HuaweiDms.PowerShell.Engine;

public abstract partial class ListCmdlet
{
    /// <summary>Lists something of each of several things: the lists of many are read at once, that of one alone page by page.</summary>
    /// <param name="pipeline">Where the objects go.</param>
    /// <param name="sources">The things.</param>
    /// <param name="degree">How many lists are read at once.</param>
    /// <param name="list">Reads the list of one, or a part of it.</param>
    /// <param name="fail">The failure of one.</param>
    /// <param name="filter">What an object has to meet.</param>
    /// <param name="checkEmpty">Finds out whether one that lists nothing is there at all, and throws where it is not.</param>
    /// <param name="explain">Finds out more of the failure of one.</param>
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
        await EmitEachAsync(
            pipeline,
            sources,
            degree,
            async (source, stop) =>
            {
                (List<T> items, bool isEmpty) = ([], true);
                try
                {
                    await foreach (T item in list(source, filter is null ? Window.MaxRange : PageRange.All).WithCancellation(stop).ConfigureAwait(false))
                    {
                        isEmpty = false;
                        if (filter?.Invoke(source, item) != false)
                            items.Add(item);
                    }
                }
                catch (DmsException error)
                {
                    throw new FailureException(await explain(fail(source, error), source, stop).ConfigureAwait(false));
                }
                if (isEmpty && checkEmpty is not null)
                    await checkEmpty(source, stop).ConfigureAwait(false);
                return (IReadOnlyList<T>)items;
            },
            fail).ConfigureAwait(false);
    }

    /// <summary>Emits what is read of each of several things, of many at once; no more are read than are wanted.</summary>
    /// <param name="pipeline">Where the objects go.</param>
    /// <param name="sources">The things.</param>
    /// <param name="degree">How many are read at once.</param>
    /// <param name="read">Reads what there is of one.</param>
    /// <param name="fail">The failure of one.</param>
    /// <param name="onRead">Is told of each that was read.</param>
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

    /// <summary>Emits things that are known by id, each read with one request. No more are under way than may still be wanted.</summary>
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
                return filter?.Invoke(source, item) != false;
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
