using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>How many topics an instance has, and how many partitions it can still take (5.5.3).</summary>
public sealed class TopicLimits : InstanceResource
{
    /// <summary>The number of topics.</summary>
    [JsonIgnore]
    public long? TopicCount { get; set; }

    /// <summary>Partitions that can still be made.</summary>
    [JsonIgnore]
    public int? RemainingPartitions { get; set; }

    /// <summary>The most partitions of all topics together.</summary>
    [JsonIgnore]
    public int? PartitionLimit { get; set; }

    /// <summary>The most partitions of one topic; null where the service does not say.</summary>
    [JsonIgnore]
    public int? MaxPartitionsPerTopic { get; set; }

    /// <summary>Topics, and partitions left.</summary>
    public override string ToString() => Format("{0:# topic|topics}, {1} of {2:# partition|partitions} left", TopicCount, RemainingPartitions, PartitionLimit);
}
