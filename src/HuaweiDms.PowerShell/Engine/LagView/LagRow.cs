namespace HuaweiDms.PowerShell.Engine;

/// <summary>A line of the lag view: a group, or one of its partitions.</summary>
/// <param name="Group">The group, told from others.</param>
/// <param name="Key">The row, told from others.</param>
/// <param name="Instance">The instance, as a person would name it.</param>
/// <param name="Name">The group.</param>
/// <param name="Lag">Messages that are still to be read.</param>
internal sealed record LagRow(string Group, string Key, string Instance, string Name, long Lag)
{
    /// <summary>The topic and partition; of a group the one that is furthest behind.</summary>
    public string? Where { get; init; }

    /// <summary>The state of the group.</summary>
    public string? State { get; init; }

    /// <summary>Who reads it; null for a group.</summary>
    public string? Reader { get; init; }

    public LagVerdict? Verdict { get; init; }

    /// <summary>By how much the lag grows in a second; null after one look.</summary>
    public double? Change { get; init; }

    /// <summary>When nothing waits any more; null where that is never, or not known.</summary>
    public TimeSpan? CatchUp { get; init; }

    /// <summary>The lag at the last looks, the latest at the end.</summary>
    public IReadOnlyList<long> History { get; init; } = [];

    /// <summary>Whether the last look could not read it, so that this is what one before it saw.</summary>
    public bool IsStale { get; init; }

    public static LagRow Of(ItemReference group, ConsumerLagSummary summary) => new(group.Key, group.Key, NameOf(group), group.Name, summary.Lag)
    {
        Where = summary.LargestLagAt,
        State = summary.State,
        Verdict = summary.Verdict,
        Change = LagTrend.Change(summary.ProducedPerSecond, summary.ConsumedPerSecond),
        CatchUp = LagTrend.CatchUp(summary.Lag, summary.ProducedPerSecond, summary.ConsumedPerSecond),
    };

    public static LagRow Of(ItemReference group, ConsumerLag lag) => new(group.Key, $"{group.Key}\n{lag.Topic}/{lag.Partition}", NameOf(group), group.Name, lag.Lag ?? 0)
    {
        Where = $"{lag.Topic}/{lag.Partition}",
        State = lag.State,
        Reader = lag.ClientId,
        Verdict = lag.Verdict,
        Change = LagTrend.Change(lag.ProducedPerSecond, lag.ConsumedPerSecond),
        CatchUp = LagTrend.CatchUp(lag.Lag, lag.ProducedPerSecond, lag.ConsumedPerSecond),
    };

    private static string NameOf(ItemReference group) => group.Instance.KnownName ?? group.Instance.Id;
}
