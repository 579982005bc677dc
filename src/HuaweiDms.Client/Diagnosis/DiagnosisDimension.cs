using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Where a cause may lie, such as the server, and what was looked at there.</summary>
public sealed class DiagnosisDimension
{
    /// <summary>Its name, such as <c>server</c>.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>How many subjects are not as they should be.</summary>
    [JsonPropertyName("abnormal_num")]
    public int? AbnormalItemCount { get; set; }

    /// <summary>How many subjects could not be diagnosed.</summary>
    [JsonPropertyName("failed_num")]
    public int? FailedItemCount { get; set; }

    /// <summary>What was looked at.</summary>
    [JsonPropertyName("diagnosis_item_list")]
    public DiagnosisItem[]? Items { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? string.Empty;
}
