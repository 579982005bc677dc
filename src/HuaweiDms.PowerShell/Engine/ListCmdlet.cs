using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that lists objects with names: wildcards, -First and -Skip, one error for each name that does not exist.</summary>
public abstract class ListCmdlet : DmsCmdlet
{
    /// <summary>What the objects are called in a sentence.</summary>
    private protected abstract string Noun { get; }

    /// <summary>Lists what the names ask for. The client's types appear in this call only, so that importing the module does not load it.</summary>
    /// <param name="context">The connection, named in what is not found.</param>
    /// <param name="pipeline">Where the objects go.</param>
    /// <param name="names">What -Name said.</param>
    /// <param name="list">Reads the list, narrowed to a name: the whole of it, or a part that every match has.</param>
    /// <param name="nameOf">The name of an object.</param>
    /// <param name="filter">What else an object has to meet.</param>
    /// <param name="place">Where else than in the connection the names are looked for, as a person would name it.</param>
    /// <param name="known">Names that are known without reading the list.</param>
    private protected async Task ListAsync<T>(
        DmsContext context,
        IPipeline pipeline,
        NameFilter names,
        Func<NameQuery, PageRange, PagedResult<T>> list,
        Func<T, string?> nameOf,
        Func<T, bool>? filter = null,
        string? place = null,
        IEnumerable<string>? known = null)
    {
        bool local = !names.All || filter is not null;
        bool onlyTotal = PagingParameters.IncludeTotalCount && PagingParameters.First == 0;
        OutputWindow? window = local || onlyTotal ? new(Range()) : null;
        foreach (string name in names.Literals)
        {
            PagedResult<T> found = list(new NameQuery(name, Whole: true), PageRange.All);
            bool Fits(T item) => string.Equals(nameOf(item), name, StringComparison.OrdinalIgnoreCase) && filter?.Invoke(item) != false;
            if (await PagedOutput.WriteAsync(pipeline, found, Fits, window).ConfigureAwait(false) == 0)
                await pipeline.WriteErrorAsync(Failures.NotFound(Noun, name, place ?? context.Name, MyInvocation.MyCommand.Name).Suggesting(known ?? [])).ConfigureAwait(false);
        }
        if (!names.All && !names.HasPatterns)
            return;

        PagedResult<T> objects = list(new NameQuery(names.Hint, Whole: false), local ? PageRange.All : onlyTotal ? new PageRange(0, 1) : Range());
        await PagedOutput.WriteAsync(
            pipeline,
            objects,
            local ? item => names.Matches(nameOf(item)) && filter?.Invoke(item) != false : null,
            window,
            total => WriteTotalAsync(pipeline, local ? null : total)).ConfigureAwait(false);
    }

    /// <summary>The same where the service cannot narrow the list: it is read once, however many names there are.</summary>
    /// <param name="context">The connection, named in what is not found.</param>
    /// <param name="pipeline">Where the objects go.</param>
    /// <param name="names">What -Name said.</param>
    /// <param name="list">Reads the list or a part of it.</param>
    /// <param name="nameOf">The name of an object.</param>
    /// <param name="filter">What else an object has to meet.</param>
    /// <param name="place">Where else than in the connection the names are looked for, as a person would name it.</param>
    private protected async Task ListOnceAsync<T>(
        DmsContext context,
        IPipeline pipeline,
        NameFilter names,
        Func<PageRange, PagedResult<T>> list,
        Func<T, string?> nameOf,
        Func<T, bool>? filter = null,
        string? place = null)
    {
        if (names.All)
        {
            await ListAsync(context, pipeline, names, (_, range) => list(range), nameOf, filter, place).ConfigureAwait(false);
            return;
        }
        NameSearch<T> search = new(names.Literals, names.HasPatterns ? names.Matches : null, nameOf, filter);
        OutputWindow window = new(Range());
        await PagedOutput.WriteAsync(
            pipeline, list(PageRange.All), search.Takes, window, _ => WriteTotalAsync(pipeline, null), () => search.IsOver).ConfigureAwait(false);
        if (window.IsClosed)
            return;
        await pipeline.WriteAllAsync([.. search.Near.Where(_ => window.Take())]).ConfigureAwait(false);
        foreach (string name in search.Missing)
            await pipeline.WriteErrorAsync(Failures.NotFound(Noun, name, place ?? context.Name, MyInvocation.MyCommand.Name).Suggesting(search.Seen)).ConfigureAwait(false);
    }

    /// <summary>Lists something of each of several things: the lists of many are read at once, that of one alone page by page.</summary>
    /// <param name="pipeline">Where the objects go.</param>
    /// <param name="sources">The things.</param>
    /// <param name="degree">How many lists are read at once.</param>
    /// <param name="list">Reads the list of one, or a part of it.</param>
    /// <param name="fail">The failure of one.</param>
    /// <param name="filter">What an object has to meet.</param>
    /// <param name="checkEmpty">Finds out whether one that lists nothing is there at all, and throws where it is not.</param>
    private protected async Task ListEachAsync<TSource, T>(
        IPipeline pipeline,
        IReadOnlyList<TSource> sources,
        int degree,
        Func<TSource, PageRange, PagedResult<T>> list,
        Func<TSource, DmsException, Failure> fail,
        Func<TSource, T, bool>? filter = null,
        Func<TSource, CancellationToken, Task>? checkEmpty = null)
    {
        if (sources.Count == 1)
        {
            await ListOneAsync(pipeline, sources[0], list, fail, filter, checkEmpty).ConfigureAwait(false);
            return;
        }
        OutputWindow window = new(Range());
        await WriteTotalAsync(pipeline, null).ConfigureAwait(false);
        await ParallelLists.WriteAsync(
            pipeline,
            sources,
            degree,
            async (source, stop) =>
            {
                List<T> items = [];
                bool isEmpty = true;
                await foreach (T item in list(source, PageRange.All).WithCancellation(stop).ConfigureAwait(false))
                {
                    isEmpty = false;
                    if (filter?.Invoke(source, item) != false)
                        items.Add(item);
                }
                if (isEmpty && checkEmpty is not null)
                    await checkEmpty(source, stop).ConfigureAwait(false);
                return items;
            },
            fail,
            async (IReadOnlyList<T> items) =>
            {
                await pipeline.WriteAllAsync([.. items.Where(_ => window.Take())]).ConfigureAwait(false);
                return !window.IsClosed;
            }).ConfigureAwait(false);
    }

    private async Task ListOneAsync<TSource, T>(
        IPipeline pipeline,
        TSource source,
        Func<TSource, PageRange, PagedResult<T>> list,
        Func<TSource, DmsException, Failure> fail,
        Func<TSource, T, bool>? filter,
        Func<TSource, CancellationToken, Task>? checkEmpty)
    {
        bool isEmpty = true;
        bool Fits(T item)
        {
            isEmpty = false;
            return filter?.Invoke(source, item) != false;
        }
        try
        {
            await PagedOutput.WriteAsync(
                pipeline,
                list(source, filter is null ? Range() : PageRange.All),
                Fits,
                filter is null ? null : new OutputWindow(Range()),
                total => WriteTotalAsync(pipeline, filter is null ? total : null)).ConfigureAwait(false);
            if (isEmpty && checkEmpty is not null)
                await checkEmpty(source, pipeline.Stop).ConfigureAwait(false);
        }
        catch (DmsException error)
        {
            await pipeline.WriteErrorAsync(fail(source, error)).ConfigureAwait(false);
        }
    }

    /// <summary>-Skip and -First.</summary>
    private protected PageRange Range()
        => new(
            (long)Math.Min(PagingParameters.Skip, long.MaxValue),
            PagingParameters.First == ulong.MaxValue ? null : (long)Math.Min(PagingParameters.First, long.MaxValue));

    /// <summary>-IncludeTotalCount: the exact total where the service counts what is listed, else that it is unknown.</summary>
    private protected Task WriteTotalAsync(IPipeline pipeline, long? total)
        => PagingParameters.IncludeTotalCount
            ? pipeline.WriteAsync(PagingParameters.NewTotalCount((ulong)(total ?? 0), total is null ? 0.0 : 1.0))
            : Task.CompletedTask;
}

/// <summary>A name to narrow a list by.</summary>
/// <param name="Name">The name or a part of it; null for no narrowing.</param>
/// <param name="Whole">Whether it is the whole name.</param>
internal sealed record NameQuery(string? Name, bool Whole);
