namespace HuaweiDms;

/// <summary>
/// The new brokers for the partitions of a topic (5.2.11): distributed over brokers by the service, or assigned explicitly. If both are
/// given, the explicit assignment applies.
/// </summary>
public sealed class TopicReassignment
{
    /// <summary>The name of the topic.</summary>
    public required string Topic { get; set; }

    /// <summary>The brokers over which the service distributes the partitions.</summary>
    public IReadOnlyList<int>? Brokers { get; set => field = value is null ? null : new BrokerCollection([.. value]); }

    /// <summary>The number of replicas of each partition; null leaves it unchanged.</summary>
    public int? ReplicationFactor { get; set; }

    /// <summary>The brokers of each partition; partitions that are not listed stay where they are.</summary>
    public IReadOnlyList<PartitionPlacement>? Assignment { get; set => field = value is null ? null : new PlacementCollection([.. value]); }

    /// <summary>Returns the topic.</summary>
    public override string ToString() => Topic;
}
