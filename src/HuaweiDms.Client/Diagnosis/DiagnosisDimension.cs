using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>An area in which a cause may lie, such as the server, with the items examined there.</summary>
public sealed class DiagnosisDimension
{
    /// <summary>The name, such as <c>server</c>.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The number of items with a problem.</summary>
    [JsonPropertyName("abnormal_num")]
    public int? AbnormalItemCount { get; set; }

    /// <summary>The number of items that could not be diagnosed.</summary>
    [JsonPropertyName("failed_num")]
    public int? FailedItemCount { get; set; }

    /// <summary>The items examined.</summary>
    [JsonPropertyName("diagnosis_item_list")]
    public DiagnosisItem[]? Items { get; set; }

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name ?? string.Empty;
}
