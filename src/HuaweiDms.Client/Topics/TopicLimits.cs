using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>The number of topics of an instance, and the partitions that it can still take (5.5.3).</summary>
public sealed class TopicLimits : InstanceResource
{
    /// <summary>The number of topics.</summary>
    [JsonIgnore]
    public long? TopicCount { get; set; }

    /// <summary>The number of partitions that can still be created.</summary>
    [JsonIgnore]
    public int? RemainingPartitions { get; set; }

    /// <summary>The maximum number of partitions of all topics together.</summary>
    [JsonIgnore]
    public int? PartitionLimit { get; set; }

    /// <summary>The maximum number of partitions of one topic; null if the service does not report it.</summary>
    [JsonIgnore]
    public int? MaxPartitionsPerTopic { get; set; }

    /// <summary>Returns the number of topics and the partitions left.</summary>
    public override string ToString() => Format("{0:# topic|topics}, {1} of {2:# partition|partitions} left", TopicCount, RemainingPartitions, PartitionLimit);
}
