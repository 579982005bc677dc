using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The way back from a reset: reads the rows that it has emitted, and keeps in mind those that have none.</summary>
internal sealed class OffsetUndo
{
    /// <summary>How many partitions are named before the others are only counted.</summary>
    private const int MaxNamed = 5;

    private readonly List<(string Name, string Why)> _left = [];

    /// <summary>The way back of a row; null where there is none.</summary>
    /// <exception cref="FailureException">Something is missing in it, or is none.</exception>
    public OffsetPlanRow? Read(PSObject row) => OffsetPlanRow.ReadBack(row, Leave);

    /// <summary>Keeps in mind a partition that is left as it is.</summary>
    /// <param name="name">The partition.</param>
    /// <param name="why">Why, as a clause about it.</param>
    public void Leave(string name, string why) => _left.Add((name, why));

    /// <summary>Says which partitions are left as they are, and why.</summary>
    public void Report(Action<string> warn)
    {
        foreach (IGrouping<string, string> left in _left.GroupBy(row => row.Why, row => row.Name))
            warn(Format(Text.OffsetUndoLeft, Counted(left.Count(), "partition"), left.Key, FirstOf([.. left], MaxNamed)));
    }
}
