using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>The progress of a dump task in a partition (7.2.4.5).</summary>
public sealed class SinkTaskPartition
{
    /// <summary>The partition number.</summary>
    [JsonPropertyName("partition_id")]
    public int? Partition { get; set; }

    /// <summary>The state, such as <c>RUNNING</c>.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; set; }

    /// <summary>The offset up to which messages have been written.</summary>
    [JsonPropertyName("last_transfer_offset")]
    public long? LastTransferOffset { get; set; }

    /// <summary>The end offset of the partition.</summary>
    [JsonPropertyName("log_end_offset")]
    public long? EndOffset { get; set; }

    /// <summary>The number of messages that have not been written yet.</summary>
    [JsonPropertyName("lag")]
    public long? Lag { get; set; }

    /// <summary>Returns the partition and the lag.</summary>
    public override string ToString() => $"{Partition}: {Lag}";
}
