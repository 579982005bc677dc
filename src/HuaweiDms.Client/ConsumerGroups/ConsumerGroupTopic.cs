using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A topic that a consumer group reads (5.6.11).</summary>
public sealed class ConsumerGroupTopic : ConsumerGroupResource
{
    /// <summary>The topic.</summary>
    [JsonPropertyName("topic")]
    public string? Topic { get; set; }

    /// <summary>How many partitions of it.</summary>
    [JsonPropertyName("partitions")]
    public int? PartitionCount { get; set; }

    /// <summary>Messages that the group has still to read in it.</summary>
    [JsonPropertyName("lag")]
    public long? Lag { get; set; }

    /// <summary>Topic and lag.</summary>
    public override string ToString() => $"{Topic}: {Lag}";
}
