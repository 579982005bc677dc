using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>What a diagnosis found (5.11.5).</summary>
public sealed class DiagnosisReport : DiagnosisRecord
{
    /// <summary>How many subjects are not as they should be.</summary>
    [JsonPropertyName("abnormal_item_num")]
    public int? AbnormalItemCount { get; set; }

    /// <summary>How many subjects could not be diagnosed.</summary>
    [JsonPropertyName("failed_item_num")]
    public int? FailedItemCount { get; set; }

    /// <summary>How many subjects are well.</summary>
    [JsonPropertyName("normal_item_num")]
    public int? NormalItemCount { get; set; }

    /// <summary>The findings, by where the cause may lie.</summary>
    [JsonPropertyName("diagnosis_dimension_list")]
    public DiagnosisDimension[]? Dimensions { get; set; }
}
