using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Base class of a diagnosis without its findings (5.11.3).</summary>
public abstract class DiagnosisRecord : InstanceResource
{
    private protected DiagnosisRecord()
    {
    }

    /// <summary>The id of the report.</summary>
    [JsonPropertyName("report_id")]
    public string? ReportId { get; set; }

    /// <summary>
    /// The state: <c>diagnosing</c>, <c>finished</c>, <c>normal</c>, <c>abnormal</c>, <c>failed</c> or <c>deleted</c>. The service may send
    /// undocumented states.
    /// </summary>
    [JsonPropertyName("status")]
    public string? Status { get; set; }

    /// <summary>The name of the consumer group.</summary>
    [JsonPropertyName("group_name")]
    public string? ConsumerGroup { get; set; }

    /// <summary>The topic that the group reads.</summary>
    [JsonPropertyName("topic_name")]
    public string? Topic { get; set; }

    /// <summary>The number of partitions with a lag.</summary>
    [JsonPropertyName("accumulated_partitions")]
    public int? LaggingPartitionCount { get; set; }

    /// <summary>The start time.</summary>
    [JsonPropertyName("begin_time")]
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>The end time.</summary>
    [JsonPropertyName("end_time")]
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Returns the group, the topic and the state.</summary>
    public override string ToString() => $"{ConsumerGroup} reads {Topic}: {Status}";
}
