using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>A topic that is measured.</summary>
public sealed class MetricTopic
{
    /// <summary>The topic.</summary>
    [JsonPropertyName("name")]
    public string? Topic { get; set; }

    /// <summary>Its partitions.</summary>
    [JsonPropertyName("partitions")]
    [JsonConverter(typeof(NumberedNamesConverter))]
    public int[]? Partitions { get; set; }

    /// <summary>The topic.</summary>
    public override string ToString() => Topic ?? string.Empty;
}
