namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// A cmdlet that lists objects, with -First and -Skip, and with wildcards for names. The lists are kept until the pipeline input
/// has ended, because -First, -Skip and the total apply to all of them together.
/// </summary>
public abstract class ListCmdlet : DmsCmdlet
{
    private readonly List<(object? Target, string? Subject, Func<IPipeline, Task> List)> _lists = [];
    private OutputWindow? _window;
    private bool _isCounted;

    /// <summary>The range of -Skip and -First, counted across all output.</summary>
    private protected OutputWindow Window => _window ??= new(new(
        (long)Math.Min(PagingParameters.Skip, long.MaxValue),
        PagingParameters.First == ulong.MaxValue ? null : (long)Math.Min(PagingParameters.First, long.MaxValue)));

    /// <summary>Whether -First or -Skip was given.</summary>
    private protected bool IsCut => PagingParameters.First != ulong.MaxValue || PagingParameters.Skip > 0;

    /// <summary>
    /// Whether everything requested was emitted, so that missing names are not reported. A command without -First requests
    /// everything.
    /// </summary>
    private protected bool HasEnough => MyInvocation.MyCommand.Parameters.ContainsKey("First") && Window.IsClosed;

    /// <summary>Whether only one list is kept, so that its total is the overall total.</summary>
    private protected bool IsOnly => _lists.Count == 1;

    /// <summary>The number of lists to read in parallel.</summary>
    private protected virtual int ListsAtOnce => Throttle.DefaultLimit;

    /// <summary>The number of requests that one list may have in flight, so that all parallel lists together keep to a limit.</summary>
    private protected int Share(int limit) => Math.Max(1, limit / Math.Max(1, Math.Min(_lists.Count, ListsAtOnce)));

    /// <summary>Whether nothing more is requested, not even the total.</summary>
    private bool IsOver => Window.IsClosed && (_isCounted || !PagingParameters.IncludeTotalCount);

    /// <summary>Keeps a list for the end.</summary>
    /// <param name="target">The target object of an error record that has none of its own.</param>
    /// <param name="subject">The display text of what is listed; null if it is obvious.</param>
    /// <param name="list">Lists it, with the parameters as they are bound now.</param>
    private protected void Keep(object? target, string? subject, Func<IPipeline, Task> list) => _lists.Add((target, subject, list));

    /// <summary>
    /// Reads a single list page by page. Reads several lists in parallel and emits them in order; with -First, the first list is
    /// read before the others.
    /// </summary>
    protected override void EndProcessing()
    {
        if (_lists.Count == 0 || IsOver)
            return;
        if (IsOnly)
            RunReporting(_lists[0].List, _lists[0].Target, _lists[0].Subject);
        else
            RunReporting(ListAllKeptAsync);
    }

    private async Task ListAllKeptAsync(IPipeline pipeline)
    {
        await WriteTotalAsync(pipeline, null).ConfigureAwait(false);
        await OrderedOutput.RunAsync(
            pipeline,
            [.. _lists.Select(kept => (Func<IPipeline, Task>)(own => ReportAsync(own, kept.Target, kept.Subject, kept.List)))],
            ListsAtOnce,
            PagingParameters.First != ulong.MaxValue,
            () => IsOver).ConfigureAwait(false);
    }

    /// <summary>
    /// Lists the requested names and writes one error for each name that does not exist; the list is read once for all names. The
    /// client's types appear only in this call, so that importing the module does not load the client.
    /// </summary>
    /// <returns>Whether anything was found.</returns>
    private protected async Task<bool> ListAsync<T>(IPipeline pipeline, NameFilter names, NamedList<T> list)
    {
        if (names.All)
            return await ListAllAsync(pipeline, list.Read, list.Filter, IsOnly).ConfigureAwait(false) > 0;
        NameSearch<T> search = new(names.Literals, names.HasPatterns ? names.Matches : null, list.NameOf, list.Filter);
        PageRange range = await BeginAsync(pipeline, isWhole: false).ConfigureAwait(false);
        long found = await PagedOutput.WriteAsync(pipeline, list.Read(range), search.Accepts, Window, isOver: () => list.IsUnique && search.IsOver).ConfigureAwait(false);
        List<Failure> failures = [];
        if (!Window.IsClosed)
        {
            foreach (string name in search.Missing)
                failures.Add(await ExplainAsync(name).ConfigureAwait(false));
        }
        await pipeline.TurnAsync().ConfigureAwait(false);
        if (!Window.IsClosed)
        {
            foreach (Failure failure in failures)
                await pipeline.WriteErrorAsync(failure).ConfigureAwait(false);
        }
        return found > 0;

        async Task<Failure> ExplainAsync(string name)
        {
            if (search.IsFilteredOut(name))
                return Failures.LeftOut(list.Noun, name, list.Place, list.FilteredBy);
            Failure missing = Missing(list.Noun, name, list.Place, search.Seen);
            return list.Suggest is null ? missing : await list.Suggest(missing).ConfigureAwait(false);
        }
    }

    /// <summary>Emits a list page by page and returns the number of objects that passed the filter.</summary>
    private protected async Task<long> ListAllAsync<T>(IPipeline pipeline, Func<PageRange, PagedResult<T>> list, Func<T, bool>? filter, bool isOnly)
    {
        PageRange range = await BeginAsync(pipeline, filter is null, isOnly).ConfigureAwait(false);
        return await PagedOutput.WriteAsync(pipeline, list(range), filter, Window, total => WriteTotalAsync(pipeline, total)).ConfigureAwait(false);
    }

    /// <summary>
    /// Returns the range to read. Emits first that the total is unknown, unless this is the only list and is unfiltered: then the
    /// service skips and counts.
    /// </summary>
    /// <param name="pipeline">Where the total goes.</param>
    /// <param name="isWhole">Whether every object of the list is emitted.</param>
    /// <param name="isOnly">Whether it is the only list.</param>
    private protected async Task<PageRange> BeginAsync(IPipeline pipeline, bool isWhole, bool isOnly = false)
    {
        // Even with -First 0, a page is read if the total was requested.
        if (isWhole && isOnly)
            return Window.IsClosed && !IsOver ? new(0, 1) : Window.HandOver();
        await WriteTotalAsync(pipeline, null).ConfigureAwait(false);
        return isWhole || Window.IsClosed ? Window.MaxRange : PageRange.All;
    }

    /// <summary>Emits the total for -IncludeTotalCount, once: the exact total if it is known, otherwise an unknown one.</summary>
    private protected Task WriteTotalAsync(IPipeline pipeline, long? total)
    {
        if (!PagingParameters.IncludeTotalCount || _isCounted)
            return Task.CompletedTask;
        _isCounted = true;
        return pipeline.WriteAsync(PagingParameters.NewTotalCount((ulong)(total ?? 0), total is null ? 0.0 : 1.0));
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
            async (item, cancellationToken) => (IReadOnlyList<object>)[(await item.Work(new CancellablePipeline(pipeline, cancellationToken)).ConfigureAwait(false))!],
            (item, error) => Failures.From(error, item.Target, MyInvocation.MyCommand.Name, item.Subject));

    /// <summary>The failure for a name that does not exist.</summary>
    /// <param name="noun">What is to have it.</param>
    /// <param name="name">The name.</param>
    /// <param name="place">The place that was searched.</param>
    /// <param name="known">Known names, for suggestions.</param>
    private protected Failure Missing(string noun, string name, string place, IEnumerable<string?> known)
    {
        Failure failure = Failures.NotFound(noun, name, place, MyInvocation.MyCommand.Name);
        return AdviceOnId(name) is { } advice ? failure.Advising(advice) : failure.Suggesting(known);
    }

    /// <summary>The advice for a missing name that has the form of an id; null if it has not, or if no parameter takes an id.</summary>
    private protected virtual string? AdviceOnId(string name) => null;
}
