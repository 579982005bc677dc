using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A kind of object that is measured, such as <c>kafka_broker</c>.</summary>
public sealed class MetricDimension
{
    /// <summary>The name of the dimension at Cloud Eye.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The names of the metrics.</summary>
    [JsonPropertyName("metrics")]
    public string[]? Metrics { get; set; }

    /// <summary>Which lists of the answer hold the objects: <c>nodes</c>, <c>queues</c>, <c>partitions</c>, <c>groups</c> …</summary>
    [JsonPropertyName("key_name")]
    public string[]? Keys { get; set; }

    /// <summary>The dimensions from the instance down to this one.</summary>
    [JsonPropertyName("dim_router")]
    public string[]? Route { get; set; }

    /// <summary>Dimensions below this one.</summary>
    [JsonPropertyName("children")]
    public MetricDimension[]? Children { get; set; }

    /// <summary>Fields the service sent that this library does not know, by their wire names.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? AdditionalProperties { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? string.Empty;
}
