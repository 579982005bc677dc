using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Response of 5.5.8.</summary>
internal sealed class TopicDetail
{
    [JsonPropertyName("partitions")]
    public List<PartitionDetail?>? Partitions { get; set; }

    [JsonPropertyName("group_subscribed")]
    public List<string?>? ConsumerGroups { get; set; }
}

/// <summary>A partition of 5.5.8.</summary>
internal sealed class PartitionDetail
{
    [JsonPropertyName("partition")]
    public int? Partition { get; set; }

    [JsonPropertyName("leader")]
    public int? Leader { get; set; }

    [JsonPropertyName("lso")]
    public long? StartOffset { get; set; }

    [JsonPropertyName("leo")]
    public long? EndOffset { get; set; }

    [JsonPropertyName("hw")]
    public long? HighWatermark { get; set; }

    [JsonPropertyName("last_update_timestamp")]
    public DateTimeOffset? UpdatedAt { get; set; }

    [JsonPropertyName("replicas")]
    public List<ReplicaDetail?>? Replicas { get; set; }
}

/// <summary>A replica of 5.5.8.</summary>
internal sealed class ReplicaDetail
{
    [JsonPropertyName("broker")]
    public int? Broker { get; set; }

    [JsonPropertyName("leader")]
    public bool? IsLeader { get; set; }

    [JsonPropertyName("in_sync")]
    public bool? InSync { get; set; }

    [JsonPropertyName("size")]
    public long? SizeBytes { get; set; }

    [JsonPropertyName("lag")]
    public long? Lag { get; set; }
}

/// <summary>Request body of 5.2.8.</summary>
internal sealed class ReplicaPlaces
{
    [JsonPropertyName("partitions")]
    public required IReadOnlyList<ReplicaPlace> Partitions { get; set; }
}

/// <summary>A partition of 5.2.8.</summary>
internal sealed class ReplicaPlace
{
    [JsonPropertyName("partition")]
    public required int Partition { get; set; }

    [JsonPropertyName("replicas")]
    public required IReadOnlyList<int> Brokers { get; set; }
}

/// <summary>Request body of 5.2.11.</summary>
internal sealed class ReassignmentBody
{
    [JsonPropertyName("reassignments")]
    public required IReadOnlyList<ReassignmentItem> Reassignments { get; set; }

    [JsonPropertyName("throttle")]
    public int? Throttle { get; set; }

    [JsonPropertyName("is_schedule")]
    public bool? IsScheduled { get; set; }

    [JsonPropertyName("execute_at")]
    public DateTimeOffset? ExecuteAt { get; set; }

    [JsonPropertyName("time_estimate")]
    public required bool OnlyEstimate { get; set; }
}

/// <summary>A topic of 5.2.11.</summary>
internal sealed class ReassignmentItem
{
    [JsonPropertyName("topic")]
    public required string Topic { get; set; }

    [JsonPropertyName("brokers")]
    public IReadOnlyList<int>? Brokers { get; set; }

    [JsonPropertyName("replication_factor")]
    public int? ReplicationFactor { get; set; }

    [JsonPropertyName("assignment")]
    public IReadOnlyList<AssignedPartition>? Assignment { get; set; }
}

/// <summary>A partition of 5.2.11.</summary>
internal sealed class AssignedPartition
{
    [JsonPropertyName("partition")]
    public required int Partition { get; set; }

    [JsonPropertyName("partition_brokers")]
    public required IReadOnlyList<int> Brokers { get; set; }
}

/// <summary>
/// Response of 5.2.11. It has one of these fields: the first two according to the reference, the last one according to newer models.
/// </summary>
internal sealed class ReassignmentResponse
{
    [JsonPropertyName("job_id")]
    public string? TaskId { get; set; }

    [JsonPropertyName("reassignment_time")]
    public long? Seconds { get; set; }

    [JsonPropertyName("schedule_id")]
    public string? ScheduleId { get; set; }
}
