using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>How far a dump task is in a partition (7.2.4.5).</summary>
public sealed class SinkTaskPartition
{
    /// <summary>The partition.</summary>
    [JsonPropertyName("partition_id")]
    public int? Partition { get; set; }

    /// <summary>The state, such as <c>RUNNING</c>.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; set; }

    /// <summary>The offset up to which messages are written.</summary>
    [JsonPropertyName("last_transfer_offset")]
    public long? LastTransferOffset { get; set; }

    /// <summary>The offset up to which there are messages.</summary>
    [JsonPropertyName("log_end_offset")]
    public long? EndOffset { get; set; }

    /// <summary>The messages that are not written yet.</summary>
    [JsonPropertyName("lag")]
    public long? Lag { get; set; }

    /// <summary>Partition and lag.</summary>
    public override string ToString() => $"{Partition}: {Lag}";
}
