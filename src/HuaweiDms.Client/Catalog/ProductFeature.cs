using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Something a product can do beside the ordinary, such as <c>connector_obs</c>: sinking messages into object storage.</summary>
public sealed class ProductFeature
{
    /// <summary>The feature's name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The fewest tasks.</summary>
    [JsonIgnore]
    public int? MinTaskCount => Limits?.MinTaskCount;

    /// <summary>The most tasks.</summary>
    [JsonIgnore]
    public int? MaxTaskCount => Limits?.MaxTaskCount;

    /// <summary>The fewest nodes.</summary>
    [JsonIgnore]
    public int? MinNodeCount => Limits?.MinNodeCount;

    /// <summary>The most nodes.</summary>
    [JsonIgnore]
    public int? MaxNodeCount => Limits?.MaxNodeCount;

    /// <summary>Fields the service sent that this library does not know, by their wire names.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? AdditionalProperties { get; set; }

    /// <summary>The limits on the wire.</summary>
    [JsonPropertyName("properties")]
    [JsonInclude]
    internal FeatureLimits? Limits { get; set; }

    /// <summary>The feature's name.</summary>
    public override string ToString() => Name ?? string.Empty;
}
