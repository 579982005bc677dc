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
    private protected async Task ListAsync<T>(
        DmsContext context,
        IPipeline pipeline,
        NameFilter names,
        Func<NameQuery, PageRange, PagedResult<T>> list,
        Func<T, string?> nameOf,
        Func<T, bool>? filter = null,
        string? place = null)
    {
        bool local = !names.All || filter is not null;
        bool onlyTotal = PagingParameters.IncludeTotalCount && PagingParameters.First == 0;
        OutputWindow? window = local || onlyTotal ? new(Range()) : null;
        foreach (string name in names.Literals)
        {
            PagedResult<T> found = list(new NameQuery(name, Whole: true), PageRange.All);
            bool Fits(T item) => string.Equals(nameOf(item), name, StringComparison.OrdinalIgnoreCase) && filter?.Invoke(item) != false;
            if (await PagedOutput.WriteAsync(pipeline, found, Fits, window).ConfigureAwait(false) == 0)
                await pipeline.WriteErrorAsync(Failures.NotFound(Noun, name, place ?? context.Name, MyInvocation.MyCommand.Name)).ConfigureAwait(false);
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
            await pipeline.WriteErrorAsync(Failures.NotFound(Noun, name, place ?? context.Name, MyInvocation.MyCommand.Name)).ConfigureAwait(false);
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
