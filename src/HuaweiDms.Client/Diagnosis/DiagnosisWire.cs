using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Request body of 5.11.2.</summary>
internal sealed class DiagnosisOrder
{
    [JsonPropertyName("group_name")]
    public required string ConsumerGroup { get; set; }

    [JsonPropertyName("topic_name")]
    public required string Topic { get; set; }
}

/// <summary>Response of 5.11.2.</summary>
internal sealed class StartedDiagnosis
{
    [JsonPropertyName("report_id")]
    public string? ReportId { get; set; }
}

/// <summary>Response of 5.11.3.</summary>
internal sealed class DiagnosisList
{
    [JsonPropertyName("report_list")]
    public List<DiagnosisSummary>? Reports { get; set; }

    [JsonPropertyName("total_num")]
    public long? Total { get; set; }
}

/// <summary>Request body of 5.11.4.</summary>
internal sealed class DiagnosisDeletion
{
    [JsonPropertyName("report_id_list")]
    public required IReadOnlyList<string> ReportIds { get; set; }
}

/// <summary>Response of 5.11.4.</summary>
internal sealed class DiagnosisDeletionResponse
{
    [JsonPropertyName("results")]
    public List<DeletedDiagnosis>? Results { get; set; }
}

/// <summary>
/// The result for one report; the field is a Boolean in the table of the reference and a text in its example. Newer models call it
/// <c>success</c>.
/// </summary>
internal sealed class DeletedDiagnosis
{
    [JsonPropertyName("id")]
    public string? ReportId { get; set; }

    [JsonPropertyName("result")]
    public bool? Result { get; set; }

    [JsonPropertyName("success")]
    public bool? Success { get; set; }

    [JsonIgnore]
    public bool? Succeeded => Result ?? Success;
}
