namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The requested items in instances across pipeline records, each once: first the named ones, then those from a list of their
/// instance, which is read once for all records.
/// </summary>
internal sealed class ItemSelection
{
    private readonly List<ItemReference> _named = [];
    private readonly List<(FoundInstance Found, NameFilter Names)> _searches = [];
    private readonly HashSet<FoundInstance> _searched = [];

    /// <summary>Whether nothing was requested.</summary>
    public bool IsEmpty => _named.Count + _searches.Count == 0;

    /// <summary>Every instance that a record names, in input order.</summary>
    public IEnumerable<FoundInstance> Instances
        => _named.Select(item => new FoundInstance(item.Context, item.Instance)).Concat(_searches.Select(search => search.Found)).Distinct();

    /// <summary>Adds the request of a record. Patterns come from the command line, so every record has the same ones.</summary>
    public void Add(FoundInstance found, NameFilter names)
    {
        _named.AddRange(names.Literals.Select(name => new ItemReference(found.Context, found.Instance, name)));
        if ((names.All || names.HasPatterns) && _searched.Add(found))
            _searches.Add((found, names));
    }

    /// <summary>Finds all requested items. The lists take few requests; after them, all items can be read in parallel.</summary>
    /// <param name="pipeline">Receives the failure of a list.</param>
    /// <param name="degree">The number of lists to read in parallel.</param>
    /// <param name="list">Lists the names in an instance, all or those that may match.</param>
    /// <param name="command">The name of the command for error messages.</param>
    public async Task<IReadOnlyList<ItemReference>> FindAsync(
        IPipeline pipeline, int degree, Func<FoundInstance, NameFilter, CancellationToken, Task<IReadOnlyList<string>>> list, string command)
    {
        List<ItemReference> listed = await ParallelLists.ReadAsync(
            pipeline,
            _searches,
            degree,
            async (search, cancellationToken) => (IReadOnlyList<ItemReference>)
            [
                .. (await list(search.Found, search.Names, cancellationToken).ConfigureAwait(false))
                    .Where(search.Names.Matches)
                    .Select(name => new ItemReference(search.Found.Context, search.Found.Instance, name, IsListed: true)),
            ],
            (search, error) => Failures.From(error, search.Found.Instance.Id, command, search.Found.Instance.Subject)).ConfigureAwait(false);
        return Distinct(_named.Concat(listed));
    }

    /// <summary>Returns each item once, in order of first appearance.</summary>
    public static IReadOnlyList<ItemReference> Distinct(IEnumerable<ItemReference> items)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        return [.. items.Where(item => seen.Add(item.Key))];
    }
}
