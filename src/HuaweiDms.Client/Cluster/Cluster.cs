using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>The brokers of an instance, and the counts of its topics, partitions and replicas (5.2.6).</summary>
public sealed class Cluster : InstanceResource
{
    /// <summary>The id of the broker that is the controller.</summary>
    [JsonPropertyName("controller")]
    public int? ControllerId { get; set; }

    /// <summary>The brokers.</summary>
    [JsonPropertyName("brokers")]
    public ClusterBroker[]? Brokers { get; set; }

    /// <summary>The number of topics.</summary>
    [JsonPropertyName("topics_count")]
    public int? TopicCount { get; set; }

    /// <summary>The number of partitions.</summary>
    [JsonPropertyName("partitions_count")]
    public int? PartitionCount { get; set; }

    /// <summary>The number of partitions that have a leader.</summary>
    [JsonPropertyName("online_partitions_count")]
    public int? OnlinePartitionCount { get; set; }

    /// <summary>The number of replicas.</summary>
    [JsonPropertyName("replicas_count")]
    public int? ReplicaCount { get; set; }

    /// <summary>The number of replicas that are in sync.</summary>
    [JsonPropertyName("isr_replicas_count")]
    public int? InSyncReplicaCount { get; set; }

    /// <summary>The number of consumer groups.</summary>
    [JsonPropertyName("consumers_count")]
    public int? ConsumerGroupCount { get; set; }

    /// <summary>The partitions without a leader; null if the replicas were not read.</summary>
    [JsonIgnore]
    public PlacedPartition[]? OfflinePartitions { get; set; }

    /// <summary>The partitions with replicas that are not in sync; null if the replicas were not read.</summary>
    [JsonIgnore]
    public PlacedPartition[]? UnderReplicatedPartitions { get; set; }

    /// <summary>The partitions whose leader is not the preferred leader; null if the replicas were not read.</summary>
    [JsonIgnore]
    public PlacedPartition[]? NonPreferredLeaderPartitions { get; set; }

    /// <summary>
    /// The topics whose replicas could not be read, which the partitions above therefore do not cover; null if no topic was to be read.
    /// </summary>
    [JsonIgnore]
    public string[]? UnreadTopics { get; set; }

    /// <summary>Whether every broker is reachable, every partition is online and every replica is in sync.</summary>
    [JsonIgnore]
    public bool IsHealthy
        => Array.TrueForAll(Brokers ?? [], broker => broker.IsHealthy != false)
            && OnlinePartitionCount == PartitionCount
            && InSyncReplicaCount == ReplicaCount;

    /// <summary>Returns the numbers of brokers and partitions.</summary>
    public override string ToString() => $"{Counted(Brokers?.Length ?? 0, "broker")}, {Counted(PartitionCount, "partition")}";
}
