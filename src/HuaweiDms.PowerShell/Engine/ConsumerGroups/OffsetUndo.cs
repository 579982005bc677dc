namespace HuaweiDms.PowerShell.Engine;

/// <summary>Collects the partitions whose reset cannot be undone, and reports them by reason.</summary>
internal sealed class OffsetUndo
{
    /// <summary>The number of partitions to name; the rest is only counted.</summary>
    private const int MaxNamed = 5;

    private readonly List<(string Name, string Why)> _left = [];

    /// <summary>Collects a partition that remains unchanged.</summary>
    /// <param name="name">The partition.</param>
    /// <param name="why">Why, as a clause about it.</param>
    public void Leave(string name, string why) => _left.Add((name, why));

    /// <summary>Reports the partitions that remain unchanged, and why.</summary>
    public void Report(Action<string> warn)
    {
        foreach (IGrouping<string, string> left in _left.GroupBy(row => row.Why, row => row.Name))
            warn(Format(Text.OffsetUndoLeft, Counted(left.Count(), "partition"), left.Key, FirstOf([.. left], MaxNamed)));
    }
}
