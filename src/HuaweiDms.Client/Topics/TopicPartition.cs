using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A partition of a topic, with its offsets (5.5.6).</summary>
public sealed class TopicPartition : TopicResource
{
    /// <summary>The partition number.</summary>
    [JsonPropertyName("partition")]
    public int? Partition { get; set; }

    /// <summary>The offset of the earliest message.</summary>
    [JsonPropertyName("start_offset")]
    public long? StartOffset { get; set; }

    /// <summary>The offset that the next message will get.</summary>
    [JsonPropertyName("last_offset")]
    public long? EndOffset { get; set; }

    /// <summary>The number of messages.</summary>
    [JsonPropertyName("message_count")]
    public long? MessageCount { get; set; }

    /// <summary>The time of the last write; null if nothing was written.</summary>
    [JsonPropertyName("last_update_time")]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Returns the topic and the partition.</summary>
    public override string ToString() => $"{Topic}-{Partition}";
}
