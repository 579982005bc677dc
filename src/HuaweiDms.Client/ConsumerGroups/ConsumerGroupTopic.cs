using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A topic that a consumer group reads (5.6.11).</summary>
public sealed class ConsumerGroupTopic : ConsumerGroupResource
{
    /// <summary>The name of the topic.</summary>
    [JsonPropertyName("topic")]
    public string? Topic { get; set; }

    /// <summary>The number of its partitions.</summary>
    [JsonPropertyName("partitions")]
    public int? PartitionCount { get; set; }

    /// <summary>The number of messages that the group has not read yet in this topic.</summary>
    [JsonPropertyName("lag")]
    public long? Lag { get; set; }

    /// <summary>Returns the topic and the lag.</summary>
    public override string ToString() => $"{Topic}: {Lag}";
}
