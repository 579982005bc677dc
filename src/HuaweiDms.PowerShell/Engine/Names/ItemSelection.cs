namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The things in instances that records of the pipeline ask for, each once: first those that are named, then those that a list of
/// their instance shows, which is read once however many records ask for it.
/// </summary>
internal sealed class ItemSelection
{
    private readonly List<ItemReference> _named = [];
    private readonly List<(FoundInstance Found, NameFilter Names)> _searches = [];
    private readonly HashSet<FoundInstance> _searched = [];

    /// <summary>Whether nothing was asked for.</summary>
    public bool IsEmpty => _named.Count + _searches.Count == 0;

    /// <summary>Every instance that was asked about, in the order in which they came.</summary>
    public IEnumerable<FoundInstance> Instances
        => _named.Select(item => new FoundInstance(item.Context, item.Instance)).Concat(_searches.Select(search => search.Found)).Distinct();

    /// <summary>Notes what a record asks for. Patterns are given on the command line, so that every record has the same.</summary>
    public void Add(FoundInstance found, NameFilter names)
    {
        _named.AddRange(names.Literals.Select(name => new ItemReference(found.Context, found.Instance, name)));
        if ((names.All || names.HasPatterns) && _searched.Add(found))
            _searches.Add((found, names));
    }

    /// <summary>Finds all of it. The lists are few requests, and when they are read all things in them can be read at once.</summary>
    /// <param name="pipeline">Where the failure of a list goes.</param>
    /// <param name="degree">How many lists are read at once.</param>
    /// <param name="list">Lists the names in an instance, all or those that may fit.</param>
    /// <param name="command">The command, as failures name it.</param>
    public async Task<IReadOnlyList<ItemReference>> FindAsync(
        IPipeline pipeline, int degree, Func<FoundInstance, NameFilter, CancellationToken, Task<IReadOnlyList<string>>> list, string command)
    {
        List<ItemReference> listed = await ParallelLists.ReadAsync(
            pipeline,
            _searches,
            degree,
            async (search, stop) => (IReadOnlyList<ItemReference>)
            [
                .. (await list(search.Found, search.Names, stop).ConfigureAwait(false))
                    .Where(search.Names.Matches)
                    .Select(name => new ItemReference(search.Found.Context, search.Found.Instance, name, IsListed: true)),
            ],
            (search, error) => Failures.From(error, search.Found.Instance.Id, command, search.Found.Instance.Subject)).ConfigureAwait(false);
        return Distinct(_named.Concat(listed));
    }

    /// <summary>Each of some things once, in the order in which they come first.</summary>
    public static IReadOnlyList<ItemReference> Distinct(IEnumerable<ItemReference> items)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        return [.. items.Where(item => seen.Add(item.Key))];
    }
}
