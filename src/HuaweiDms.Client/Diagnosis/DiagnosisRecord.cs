using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>What is known of a diagnosis without its findings (5.11.3).</summary>
public abstract class DiagnosisRecord : InstanceResource
{
    private protected DiagnosisRecord()
    {
    }

    /// <summary>The id of its report.</summary>
    [JsonPropertyName("report_id")]
    public string? ReportId { get; set; }

    /// <summary>How far it is: <c>diagnosing</c>, <c>finished</c>, <c>normal</c>, <c>abnormal</c>, <c>failed</c>, <c>deleted</c>. The service may send states that are not documented.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; set; }

    /// <summary>The consumer group.</summary>
    [JsonPropertyName("group_name")]
    public string? ConsumerGroup { get; set; }

    /// <summary>The topic it reads.</summary>
    [JsonPropertyName("topic_name")]
    public string? Topic { get; set; }

    /// <summary>In how many partitions messages were found waiting.</summary>
    [JsonPropertyName("accumulated_partitions")]
    public int? LaggingPartitionCount { get; set; }

    /// <summary>When it began.</summary>
    [JsonPropertyName("begin_time")]
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it ended.</summary>
    [JsonPropertyName("end_time")]
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Group, topic and state.</summary>
    public override string ToString() => $"{ConsumerGroup} reads {Topic}: {Status}";
}
