using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>The findings of a diagnosis (5.11.5).</summary>
public sealed class DiagnosisReport : DiagnosisRecord
{
    /// <summary>The number of items with a problem.</summary>
    [JsonPropertyName("abnormal_item_num")]
    public int? AbnormalItemCount { get; set; }

    /// <summary>The number of items that could not be diagnosed.</summary>
    [JsonPropertyName("failed_item_num")]
    public int? FailedItemCount { get; set; }

    /// <summary>The number of items without a problem.</summary>
    [JsonPropertyName("normal_item_num")]
    public int? NormalItemCount { get; set; }

    /// <summary>The findings, by area.</summary>
    [JsonPropertyName("diagnosis_dimension_list")]
    public DiagnosisDimension[]? Dimensions { get; set; }
}
