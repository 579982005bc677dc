using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A partition of a topic, and what it holds (5.5.6).</summary>
public sealed class TopicPartition : TopicResource
{
    /// <summary>The partition's number.</summary>
    [JsonPropertyName("partition")]
    public int? Partition { get; set; }

    /// <summary>The offset of the earliest message.</summary>
    [JsonPropertyName("start_offset")]
    public long? StartOffset { get; set; }

    /// <summary>The offset that the next message gets.</summary>
    [JsonPropertyName("last_offset")]
    public long? EndOffset { get; set; }

    /// <summary>How many messages there are.</summary>
    [JsonPropertyName("message_count")]
    public long? MessageCount { get; set; }

    /// <summary>When something was last written; null where nothing was.</summary>
    [JsonPropertyName("last_update_time")]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Topic and partition.</summary>
    public override string ToString() => $"{Topic}-{Partition}";
}
