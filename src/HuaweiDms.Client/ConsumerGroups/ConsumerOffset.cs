using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>The committed offset of a consumer group in a partition (5.6.1, 5.6.6).</summary>
public sealed class ConsumerOffset : ConsumerGroupResource
{
    /// <summary>The name of the topic.</summary>
    [JsonPropertyName("topic")]
    public string? Topic { get; set; }

    /// <summary>The partition number.</summary>
    [JsonPropertyName("partition")]
    public int? Partition { get; set; }

    /// <summary>The offset of the next message to read; null if the group has committed none.</summary>
    [JsonPropertyName("message_current_offset")]
    public long? CurrentOffset { get; set => field = value < 0 ? null : value; }

    /// <summary>The offset of the earliest message that is retained; null if the group was read on its own (5.6.1).</summary>
    [JsonPropertyName("message_log_start_offset")]
    public long? StartOffset { get; set; }

    /// <summary>The offset that the next message will get.</summary>
    [JsonPropertyName("message_log_end_offset")]
    public long? EndOffset { get; set; }

    /// <summary>The number of messages that are not read yet; null if the group has committed no offset.</summary>
    [JsonPropertyName("lag")]
    public long? Lag { get => field ?? (EndOffset - CurrentOffset); set => field = value; }

    /// <summary>The id of the member that reads the partition now; null for none.</summary>
    [JsonPropertyName("consumer_id")]
    public string? MemberId { get; set; }

    /// <summary>The client id of that member.</summary>
    [JsonPropertyName("client_id")]
    public string? ClientId { get; set; }

    /// <summary>The address of that member, without the leading slash that the service sends.</summary>
    [JsonPropertyName("host")]
    public string? Host { get; set => field = value?.TrimStart('/'); }

    /// <summary>Returns the partition and the offset.</summary>
    public override string ToString() => $"{Topic}/{Partition}: {CurrentOffset}";
}
