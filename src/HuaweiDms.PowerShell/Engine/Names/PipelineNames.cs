namespace HuaweiDms.PowerShell.Engine;

/// <summary>The names in pipeline rows, grouped by instance, so that the list of an instance is read once for all its rows.</summary>
internal sealed class PipelineNames
{
    private readonly PerInstance<List<string>> _names = new(_ => []);
    private readonly HashSet<FoundInstance> _whole = [];

    /// <summary>Each instance with its names, in input order of the instances.</summary>
    public IEnumerable<(FoundInstance Found, NameFilter Names)> All
        => _names.All.Select(instance => (instance.Found, new NameFilter([.. instance.Own], areExact: true)));

    /// <summary>
    /// Records the names in a row of an instance. Returns true for the first row without names, which requests everything of the
    /// instance.
    /// </summary>
    public bool NeedsWholeList(FoundInstance found, IReadOnlyCollection<string> names)
    {
        if (names.Count == 0)
            return _whole.Add(found);
        _names[found].AddRange(names);
        return false;
    }
}
