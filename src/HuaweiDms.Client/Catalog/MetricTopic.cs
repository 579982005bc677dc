using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>A topic that Cloud Eye monitors.</summary>
public sealed class MetricTopic
{
    /// <summary>The name of the topic.</summary>
    [JsonPropertyName("name")]
    public string? Topic { get; set; }

    /// <summary>The partitions of the topic.</summary>
    [JsonPropertyName("partitions")]
    [JsonConverter(typeof(NumberedNamesConverter))]
    public int[]? Partitions { get; set; }

    /// <summary>Returns the name of the topic.</summary>
    public override string ToString() => Topic ?? string.Empty;
}
