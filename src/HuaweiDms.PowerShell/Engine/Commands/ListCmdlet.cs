namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// A cmdlet that lists objects: wildcards, -First and -Skip, one error for each name that does not exist. What it lists is kept
/// until all of the pipeline is there, because -First, -Skip and the total are about everything together.
/// </summary>
public abstract class ListCmdlet : DmsCmdlet
{
    private readonly List<(object? Target, string? Subject, Func<IPipeline, Task> List)> _lists = [];
    private OutputWindow? _window;
    private bool _isCounted;

    /// <summary>What the objects are called in a sentence.</summary>
    private protected abstract string Noun { get; }

    /// <summary>-Skip and -First, over all that is emitted.</summary>
    private protected OutputWindow Window => _window ??= new(new(
        (long)Math.Min(PagingParameters.Skip, long.MaxValue),
        PagingParameters.First == ulong.MaxValue ? null : (long)Math.Min(PagingParameters.First, long.MaxValue)));

    /// <summary>Whether a part of all is asked for.</summary>
    private protected bool IsCut => PagingParameters.First != ulong.MaxValue || PagingParameters.Skip > 0;

    /// <summary>Whether all that was wanted has come, so that nothing else is missed. A command without -First wants everything.</summary>
    private protected bool HasEnough => MyInvocation.MyCommand.Parameters.ContainsKey("First") && Window.IsClosed;

    /// <summary>Whether what is kept is one list alone, so that its total is that of all.</summary>
    private protected bool IsOnly => _lists.Count == 1;

    /// <summary>Whether nothing more is wanted, not even the total.</summary>
    private bool IsOver => Window.IsClosed && (_isCounted || !PagingParameters.IncludeTotalCount);

    /// <summary>Keeps a list for the end.</summary>
    /// <param name="target">The object of the record of a failure that says no more.</param>
    /// <param name="subject">What it is a list of, as a person would name it; null where that goes without saying.</param>
    /// <param name="list">Lists it, with the parameters as they are bound now.</param>
    private protected void Keep(object? target, string? subject, Func<IPipeline, Task> list) => _lists.Add((target, subject, list));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach ((object? target, string? subject, Func<IPipeline, Task> list) in _lists)
        {
            if (IsOver)
                return;
            RunReporting(list, target, subject);
        }
    }

    /// <summary>
    /// Lists what the names ask for; the list is read once, however many there are. The client's types appear in this call only, so
    /// that importing the module does not load it.
    /// </summary>
    /// <param name="pipeline">Where the objects go.</param>
    /// <param name="names">What -Name said.</param>
    /// <param name="list">Reads the list or a part of it.</param>
    /// <param name="nameOf">The name of an object.</param>
    /// <param name="place">Where the names are looked for, as a person would name it.</param>
    /// <param name="filter">What else an object has to meet.</param>
    /// <param name="isUnique">Whether no two objects have the same name, so that one that was found is not looked for any more.</param>
    /// <param name="suggest">Finds what was meant by a name that nothing has, where the list that is read is not that of all.</param>
    /// <returns>Whether anything was found.</returns>
    private protected async Task<bool> ListAsync<T>(
        IPipeline pipeline,
        NameFilter names,
        Func<PageRange, PagedResult<T>> list,
        Func<T, string?> nameOf,
        string place,
        Func<T, bool>? filter = null,
        bool isUnique = true,
        Func<Failure, Task<Failure>>? suggest = null)
    {
        if (names.All)
            return await ListAllAsync(pipeline, list, filter, IsOnly).ConfigureAwait(false) > 0;
        NameSearch<T> search = new(names.Literals, names.HasPatterns ? names.Matches : null, nameOf, filter);
        PageRange range = await BeginAsync(pipeline, isWhole: false).ConfigureAwait(false);
        long found = await PagedOutput.WriteAsync(pipeline, list(range), search.Takes, Window, isOver: () => isUnique && search.IsOver).ConfigureAwait(false);
        if (!Window.IsClosed)
            await pipeline.WriteAllAsync([.. search.Near.Where(_ => Window.Take())]).ConfigureAwait(false);
        suggest ??= Task.FromResult;
        foreach (string name in Window.IsClosed ? [] : search.Missing)
            await pipeline.WriteErrorAsync(await suggest(Missing(name, place, search.Seen)).ConfigureAwait(false)).ConfigureAwait(false);
        return found + search.Near.Count > 0;
    }

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
                    await foreach (T item in list(source, filter is null ? Window.Most : PageRange.All).WithCancellation(stop).ConfigureAwait(false))
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
            (int)Math.Min(Window.Most.First ?? Throttle.Usual, Throttle.Usual),
            async (item, _) => (IReadOnlyList<object>)[(await item.Work(pipeline).ConfigureAwait(false))!],
            (item, error) => Failures.From(error, item.Target, MyInvocation.MyCommand.Name, item.Subject));

    /// <summary>Emits a list as it is, page by page, and tells how many objects the filter let through.</summary>
    private protected async Task<long> ListAllAsync<T>(IPipeline pipeline, Func<PageRange, PagedResult<T>> list, Func<T, bool>? filter, bool isOnly)
    {
        PageRange range = await BeginAsync(pipeline, filter is null, isOnly).ConfigureAwait(false);
        return await PagedOutput.WriteAsync(pipeline, list(range), filter, Window, total => WriteTotalAsync(pipeline, total)).ConfigureAwait(false);
    }

    /// <summary>
    /// What is to be read of a list. Says first that the total is unknown, unless this is the only list and is emitted as it is: then
    /// the service passes over what is skipped, and counts.
    /// </summary>
    /// <param name="pipeline">Where the total goes.</param>
    /// <param name="isWhole">Whether every object of the list is emitted.</param>
    /// <param name="isOnly">Whether it is the only list.</param>
    private protected async Task<PageRange> BeginAsync(IPipeline pipeline, bool isWhole, bool isOnly = false)
    {
        if (isWhole && isOnly)
            return Window.IsClosed && !IsOver ? new(0, 1) : Window.HandOver();
        await WriteTotalAsync(pipeline, null).ConfigureAwait(false);
        return isWhole || Window.IsClosed ? Window.Most : PageRange.All;
    }

    /// <summary>-IncludeTotalCount: the exact total where it is known, else that it is unknown; once, whoever comes to know it.</summary>
    private protected Task WriteTotalAsync(IPipeline pipeline, long? total)
    {
        if (!PagingParameters.IncludeTotalCount || _isCounted)
            return Task.CompletedTask;
        _isCounted = true;
        return pipeline.WriteAsync(PagingParameters.NewTotalCount((ulong)(total ?? 0), total is null ? 0.0 : 1.0));
    }

    /// <summary>The failure for a name that nothing has.</summary>
    /// <param name="name">The name.</param>
    /// <param name="place">Where it was looked for.</param>
    /// <param name="known">Names of which one may have been meant.</param>
    private protected Failure Missing(string name, string place, IEnumerable<string?> known)
    {
        Failure failure = Failures.NotFound(Noun, name, place, MyInvocation.MyCommand.Name);
        return AdviceOnId(name) is { } advice ? failure.Advising(advice) : failure.Suggesting(known);
    }

    /// <summary>What to say of a name that nothing has where it has the form of an id; null where it has not, or nothing goes by one.</summary>
    private protected virtual string? AdviceOnId(string name) => null;

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
