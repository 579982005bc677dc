namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// A cmdlet that lists objects: -First and -Skip, and wildcards where they have names. What it lists is kept until all of the pipeline
/// is there, because -First, -Skip and the total are about everything together.
/// </summary>
public abstract partial class ListCmdlet : DmsCmdlet
{
    private readonly List<(object? Target, string? Subject, Func<IPipeline, Task> List)> _lists = [];
    private OutputWindow? _window;
    private bool _isCounted;

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

    /// <summary>How many of what is kept are listed at once.</summary>
    private protected virtual int ListsAtOnce => Throttle.DefaultLimit;

    /// <summary>How many requests one list may have under way, so that all that are listed at once keep to a limit.</summary>
    private protected int Share(int limit) => Math.Max(1, limit / Math.Max(1, Math.Min(_lists.Count, ListsAtOnce)));

    /// <summary>Whether nothing more is wanted, not even the total.</summary>
    private bool IsOver => Window.IsClosed && (_isCounted || !PagingParameters.IncludeTotalCount);

    /// <summary>Keeps a list for the end.</summary>
    /// <param name="target">The object of the record of a failure that says no more.</param>
    /// <param name="subject">What it is a list of, as a person would name it; null where that goes without saying.</param>
    /// <param name="list">Lists it, with the parameters as they are bound now.</param>
    private protected void Keep(object? target, string? subject, Func<IPipeline, Task> list) => _lists.Add((target, subject, list));

    /// <summary>One list is read page by page. Of many several are read at once, and come in order; where -First may be met by one, that comes first.</summary>
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
    /// Lists what the names ask for, with one error for each name that nothing has; the list is read once, however many there are. The
    /// client's types appear in this call only, so that importing the module does not load it.
    /// </summary>
    /// <param name="pipeline">Where the objects go.</param>
    /// <param name="names">What -Name said.</param>
    /// <param name="list">Reads the list or a part of it.</param>
    /// <param name="nameOf">The name of an object.</param>
    /// <param name="noun">What one of the objects is called in a sentence.</param>
    /// <param name="place">Where the names are looked for, as a person would name it.</param>
    /// <param name="filter">What else an object has to meet.</param>
    /// <param name="filteredBy">Which parameters ask for that.</param>
    /// <param name="isUnique">Whether no two objects have the same name, so that one that was found is not looked for any more.</param>
    /// <param name="suggest">Finds what was meant by a name that nothing has, where the list that is read is not that of all.</param>
    /// <returns>Whether anything was found.</returns>
    private protected async Task<bool> ListAsync<T>(
        IPipeline pipeline,
        NameFilter names,
        Func<PageRange, PagedResult<T>> list,
        Func<T, string?> nameOf,
        string noun,
        string place,
        Func<T, bool>? filter = null,
        string? filteredBy = null,
        bool isUnique = true,
        Func<Failure, Task<Failure>>? suggest = null)
    {
        if (names.All)
            return await ListAllAsync(pipeline, list, filter, IsOnly).ConfigureAwait(false) > 0;
        NameSearch<T> search = new(names.Literals, names.HasPatterns ? names.Matches : null, nameOf, filter);
        PageRange range = await BeginAsync(pipeline, isWhole: false).ConfigureAwait(false);
        long found = await PagedOutput.WriteAsync(pipeline, list(range), search.Accepts, Window, isOver: () => isUnique && search.IsOver).ConfigureAwait(false);
        List<Failure> missing = [];
        foreach (string name in Window.IsClosed ? [] : search.Missing)
        {
            Failure failure = search.IsFilteredOut(name) ? Failures.LeftOut(noun, name, place, filteredBy) : Missing(noun, name, place, search.Seen);
            missing.Add(suggest is null || search.IsFilteredOut(name) ? failure : await suggest(failure).ConfigureAwait(false));
        }
        await pipeline.TurnAsync().ConfigureAwait(false);
        await pipeline.WriteAllAsync([.. search.Near.Where(_ => Window.Take())]).ConfigureAwait(false);
        foreach (Failure failure in Window.IsClosed ? [] : missing)
            await pipeline.WriteErrorAsync(failure).ConfigureAwait(false);
        return found + search.Near.Count > 0;
    }

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
        return isWhole || Window.IsClosed ? Window.MaxRange : PageRange.All;
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
    /// <param name="noun">What is to have it.</param>
    /// <param name="name">The name.</param>
    /// <param name="place">Where it was looked for.</param>
    /// <param name="known">Names of which one may have been meant.</param>
    private protected Failure Missing(string noun, string name, string place, IEnumerable<string?> known)
    {
        Failure failure = Failures.NotFound(noun, name, place, MyInvocation.MyCommand.Name);
        return AdviceOnId(name) is { } advice ? failure.Advising(advice) : failure.Suggesting(known);
    }

    /// <summary>What to say of a name that nothing has where it has the form of an id; null where it has not, or nothing goes by one.</summary>
    private protected virtual string? AdviceOnId(string name) => null;
}
