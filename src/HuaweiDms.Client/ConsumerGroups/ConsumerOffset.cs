using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>How far a consumer group has come in a partition (5.6.1, 5.6.6).</summary>
public sealed class ConsumerOffset : ConsumerGroupResource
{
    /// <summary>The topic.</summary>
    [JsonPropertyName("topic")]
    public string? Topic { get; set; }

    /// <summary>The partition's number.</summary>
    [JsonPropertyName("partition")]
    public int? Partition { get; set; }

    /// <summary>Offset of the message that is read next; null where the group has committed none.</summary>
    [JsonPropertyName("message_current_offset")]
    public long? CurrentOffset { get; set => field = value < 0 ? null : value; }

    /// <summary>Offset of the earliest message that is kept; null where a group was read as a whole (5.6.1).</summary>
    [JsonPropertyName("message_log_start_offset")]
    public long? StartOffset { get; set; }

    /// <summary>Offset that the next message gets.</summary>
    [JsonPropertyName("message_log_end_offset")]
    public long? EndOffset { get; set; }

    /// <summary>Messages that are still to be read; null where the group has committed no offset.</summary>
    [JsonPropertyName("lag")]
    public long? Lag { get => field ?? (EndOffset - CurrentOffset); set => field = value; }

    /// <summary>The member that reads it now; null for none.</summary>
    [JsonPropertyName("consumer_id")]
    public string? MemberId { get; set; }

    /// <summary>What that member calls itself.</summary>
    [JsonPropertyName("client_id")]
    public string? ClientId { get; set; }

    /// <summary>That member's address, without the slash that the service writes before it.</summary>
    [JsonPropertyName("host")]
    public string? Host { get; set => field = value?.TrimStart('/'); }

    /// <summary>Partition and offset.</summary>
    public override string ToString() => $"{Topic}/{Partition}: {CurrentOffset}";
}
