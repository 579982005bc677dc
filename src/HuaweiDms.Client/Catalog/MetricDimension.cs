using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A kind of monitored object, such as <c>kafka_broker</c>.</summary>
public sealed class MetricDimension
{
    /// <summary>The name of the dimension in Cloud Eye.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The names of the metrics.</summary>
    [JsonPropertyName("metrics")]
    public string[]? Metrics { get; set; }

    /// <summary>
    /// The lists of the response that hold the objects: <c>nodes</c>, <c>queues</c>, <c>partitions</c>, <c>groups</c> and others.
    /// </summary>
    [JsonPropertyName("key_name")]
    public string[]? Keys { get; set; }

    /// <summary>The dimensions from the instance down to this one.</summary>
    [JsonPropertyName("dim_router")]
    public string[]? Route { get; set; }

    /// <summary>The dimensions below this one.</summary>
    [JsonPropertyName("children")]
    public MetricDimension[]? Children { get; set; }

    /// <summary>The fields of the response that this library does not know, by wire name; null if there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? AdditionalProperties { get; set; }

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name ?? string.Empty;
}
