using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A row of the lag view: a group, or one of its partitions.</summary>
/// <param name="Group">The unique key of the group.</param>
/// <param name="Key">The unique key of the row.</param>
/// <param name="Instance">The display text of the instance.</param>
/// <param name="Name">The group.</param>
/// <param name="Lag">The number of messages still to read.</param>
internal sealed record LagRow(string Group, string Key, string Instance, string Name, long Lag)
{
    /// <summary>The topic and partition; for a group, the one with the largest lag.</summary>
    public string? Where { get; init; }

    /// <summary>The state of the group.</summary>
    public string? State { get; init; }

    /// <summary>The client that reads it; null for a group.</summary>
    public string? Reader { get; init; }

    public LagVerdict? Verdict { get; init; }

    /// <summary>The growth of the lag per second; null after one reading.</summary>
    public double? Change { get; init; }

    /// <summary>The time until the lag is zero; null if that never happens or is unknown.</summary>
    public TimeSpan? CatchUp { get; init; }

    /// <summary>The lag in the latest readings, newest last.</summary>
    public IReadOnlyList<long> History { get; init; } = [];

    /// <summary>Whether the latest reading failed, so that the values are from an earlier one.</summary>
    public bool IsStale { get; init; }

    public static LagRow Of(ItemReference group, ConsumerLagSummary summary) => new(group.Key, group.Key, NameOf(group.Instance), group.Name, summary.Lag)
    {
        Where = summary.LargestLagAt,
        State = summary.State,
        Verdict = summary.Verdict,
        Change = LagTrend.Change(summary.ProducedPerSecond, summary.ConsumedPerSecond),
        CatchUp = LagTrend.CatchUp(summary.Lag, summary.ProducedPerSecond, summary.ConsumedPerSecond),
    };

    public static LagRow Of(ItemReference group, ConsumerLag lag) => new(group.Key, $"{group.Key}\n{lag.Topic}/{lag.Partition}", NameOf(group.Instance), group.Name, lag.Lag ?? 0)
    {
        Where = $"{lag.Topic}/{lag.Partition}",
        State = lag.State,
        Reader = lag.ClientId,
        Verdict = lag.Verdict,
        Change = LagTrend.Change(lag.ProducedPerSecond, lag.ConsumedPerSecond),
        CatchUp = LagTrend.CatchUp(lag.Lag, lag.ProducedPerSecond, lag.ConsumedPerSecond),
    };

    /// <summary>The display text of an instance.</summary>
    public static string NameOf(InstanceReference instance) => instance.KnownName ?? instance.Id;
}
