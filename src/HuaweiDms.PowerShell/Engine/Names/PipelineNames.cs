namespace HuaweiDms.PowerShell.Engine;

/// <summary>What rows of the pipeline are about, gathered by instance: however many rows name something of one, its list is read once.</summary>
internal sealed class PipelineNames
{
    private readonly PerInstance<List<string>> _names = new(_ => []);
    private readonly HashSet<FoundInstance> _whole = [];

    /// <summary>Each instance with the names that were brought for it, in the order in which the instances came.</summary>
    public IEnumerable<(FoundInstance Found, NameFilter Names)> All
        => _names.All.Select(instance => (instance.Found, new NameFilter([.. instance.Own], areExact: true)));

    /// <summary>Notes what a row names of an instance.</summary>
    /// <returns>Whether it names nothing and is the first that does so: then all that is asked for of the instance is meant.</returns>
    public bool IsWhole(FoundInstance found, IReadOnlyCollection<string> names)
    {
        if (names.Count == 0)
            return _whole.Add(found);
        _names[found].AddRange(names);
        return false;
    }
}
