namespace HuaweiDms;

/// <summary>The lag of a consumer group over all its partitions.</summary>
public sealed class ConsumerLagSummary : ConsumerGroupResource
{
    /// <summary>The state of the group.</summary>
    public string? State { get; set; }

    /// <summary>The number of messages that are not read yet in all its partitions.</summary>
    public long Lag { get; set; }

    /// <summary>The largest lag of a single partition.</summary>
    public long LargestLag { get; set; }

    /// <summary>The partition with that lag, such as <c>orders/3</c>; null if there is no lag.</summary>
    public string? LargestLagAt { get; set; }

    /// <summary>The number of topics that it reads.</summary>
    public int TopicCount { get; set; }

    /// <summary>The number of their partitions.</summary>
    public int PartitionCount { get; set; }

    /// <summary>The number of members.</summary>
    public int MemberCount { get; set; }

    /// <summary>The worst verdict of its partitions; null after one measurement.</summary>
    public LagVerdict? Verdict { get; set; }

    /// <summary>The messages read per second between two measurements; null after one.</summary>
    public double? ConsumedPerSecond { get; set; }

    /// <summary>The messages produced per second between two measurements; null after one.</summary>
    public double? ProducedPerSecond { get; set; }

    /// <summary>
    /// The earliest time at which a next message to read was produced, over all partitions; null if it was not requested or is unknown.
    /// </summary>
    public DateTimeOffset? OldestUnreadAt { get; set; }

    /// <summary>How long that message has been waiting, in whole seconds; null if unknown.</summary>
    public TimeSpan? Age { get; set; }

    /// <summary>Summarizes the lags of the partitions of a group.</summary>
    /// <param name="group">The group, with its members.</param>
    /// <param name="lags">The lags of the partitions to include.</param>
    public static ConsumerLagSummary Of(ConsumerGroup group, IReadOnlyList<ConsumerLag> lags)
    {
        ConsumerLag? largest = lags.OrderByDescending(lag => lag.Lag ?? 0).FirstOrDefault(lag => lag.Lag > 0);
        bool twice = lags.Any(lag => lag.Verdict is not null);
        return new()
        {
            Context = group.Context,
            InstanceId = group.InstanceId,
            Instance = group.Instance,
            ConsumerGroup = group.ConsumerGroup,
            State = group.State,
            Lag = lags.Total(lag => lag.Lag),
            LargestLag = largest?.Lag ?? 0,
            LargestLagAt = largest is null ? null : $"{largest.Topic}/{largest.Partition}",
            TopicCount = lags.Select(lag => lag.Topic).Distinct().Count(),
            PartitionCount = lags.Count,
            MemberCount = group.Members?.Length ?? 0,
            Verdict = lags.Max(lag => lag.Verdict),
            ConsumedPerSecond = twice ? lags.Sum(lag => lag.ConsumedPerSecond ?? 0) : null,
            ProducedPerSecond = twice ? lags.Sum(lag => lag.ProducedPerSecond ?? 0) : null,
            OldestUnreadAt = lags.Min(lag => lag.OldestUnreadAt),
            Age = lags.Max(lag => lag.Age),
        };
    }

    /// <summary>Returns the group and the lag.</summary>
    public override string ToString() => $"{ConsumerGroup}: {Lag}";
}
