namespace HuaweiDms;

/// <summary>How far a consumer group is behind in all.</summary>
public sealed class ConsumerLagSummary : ConsumerGroupResource
{
    /// <summary>The state of the group.</summary>
    public string? State { get; set; }

    /// <summary>Messages that are still to be read in all its partitions.</summary>
    public long Lag { get; set; }

    /// <summary>The largest lag of one partition.</summary>
    public long LargestLag { get; set; }

    /// <summary>The partition that has it, such as <c>orders/3</c>; null where nothing waits.</summary>
    public string? LargestLagAt { get; set; }

    /// <summary>How many topics it reads.</summary>
    public int TopicCount { get; set; }

    /// <summary>How many partitions of them.</summary>
    public int PartitionCount { get; set; }

    /// <summary>How many members it has.</summary>
    public int MemberCount { get; set; }

    /// <summary>The worst verdict of its partitions; null after one look.</summary>
    public LagVerdict? Verdict { get; set; }

    /// <summary>Messages that were read in a second, between two looks; null after one.</summary>
    public double? ConsumedPerSecond { get; set; }

    /// <summary>Messages that came in in a second, between two looks; null after one.</summary>
    public double? ProducedPerSecond { get; set; }

    /// <summary>When the oldest message was produced that is read next in any of them; null where that was not asked for, or is not known.</summary>
    public DateTimeOffset? OldestUnreadAt { get; set; }

    /// <summary>How long it has been waiting, in whole seconds; null where that is not known.</summary>
    public TimeSpan? Age { get; set; }

    /// <summary>Sums up.</summary>
    /// <param name="group">The group.</param>
    /// <param name="lags">Those of its partitions that count.</param>
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

    /// <summary>Group and lag.</summary>
    public override string ToString() => $"{ConsumerGroup}: {Lag}";
}
