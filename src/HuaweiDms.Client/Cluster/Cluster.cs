using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>The brokers of an instance and what they hold, counted (5.2.6).</summary>
public sealed class Cluster : InstanceResource
{
    /// <summary>The broker that is the controller.</summary>
    [JsonPropertyName("controller")]
    public int? ControllerId { get; set; }

    /// <summary>The brokers.</summary>
    [JsonPropertyName("brokers")]
    public ClusterBroker[]? Brokers { get; set; }

    /// <summary>How many topics there are.</summary>
    [JsonPropertyName("topics_count")]
    public int? TopicCount { get; set; }

    /// <summary>How many partitions there are.</summary>
    [JsonPropertyName("partitions_count")]
    public int? PartitionCount { get; set; }

    /// <summary>How many partitions have a leader.</summary>
    [JsonPropertyName("online_partitions_count")]
    public int? OnlinePartitionCount { get; set; }

    /// <summary>How many replicas there are.</summary>
    [JsonPropertyName("replicas_count")]
    public int? ReplicaCount { get; set; }

    /// <summary>How many replicas are in sync.</summary>
    [JsonPropertyName("isr_replicas_count")]
    public int? InSyncReplicaCount { get; set; }

    /// <summary>How many consumer groups there are.</summary>
    [JsonPropertyName("consumers_count")]
    public int? ConsumerGroupCount { get; set; }

    /// <summary>Partitions that no broker leads; null where the replicas were not read.</summary>
    [JsonIgnore]
    public PlacedPartition[]? LeaderlessPartitions { get; set; }

    /// <summary>Partitions with replicas that are not in sync; null where the replicas were not read.</summary>
    [JsonIgnore]
    public PlacedPartition[]? OutOfSyncPartitions { get; set; }

    /// <summary>Partitions that another broker leads than should; null where the replicas were not read.</summary>
    [JsonIgnore]
    public PlacedPartition[]? MisledPartitions { get; set; }

    /// <summary>Topics whose replicas could not be read, and of which these partitions tell nothing; null where no topic was to be read.</summary>
    [JsonIgnore]
    public string[]? UnreadTopics { get; set; }

    /// <summary>Whether every broker can be reached, every partition is online and every replica in sync.</summary>
    [JsonIgnore]
    public bool IsHealthy
        => Array.TrueForAll(Brokers ?? [], broker => broker.IsHealthy != false)
            && OnlinePartitionCount == PartitionCount
            && InSyncReplicaCount == ReplicaCount;

    /// <summary>Brokers and partitions.</summary>
    public override string ToString() => $"{Counted(Brokers?.Length ?? 0, "broker")}, {Counted(PartitionCount, "partition")}";
}
