namespace HuaweiDms;

/// <summary>
/// Where the partitions of a topic are to go (5.2.11): spread over brokers as the service sees fit, or each to brokers of its
/// own. Where both are given, the latter counts.
/// </summary>
public sealed class TopicReassignment
{
    /// <summary>The topic.</summary>
    public required string Topic { get; set; }

    /// <summary>The brokers to spread the partitions over.</summary>
    public IReadOnlyList<int>? Brokers { get; set => field = value is null ? null : new BrokerCollection([.. value]); }

    /// <summary>How many of them keep each partition; null leaves that number as it is.</summary>
    public int? ReplicationFactor { get; set; }

    /// <summary>The brokers of each partition; those that are not named stay where they are.</summary>
    public IReadOnlyList<PartitionPlacement>? Assignment { get; set => field = value is null ? null : new PlacementCollection([.. value]); }

    /// <summary>The topic.</summary>
    public override string ToString() => Topic;
}
