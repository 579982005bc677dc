using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>An additional feature of a product, such as <c>connector_obs</c>: writing messages to object storage.</summary>
public sealed class ProductFeature
{
    /// <summary>The name of the feature.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The minimum number of tasks.</summary>
    [JsonIgnore]
    public int? MinTaskCount => Limits?.MinTaskCount;

    /// <summary>The maximum number of tasks.</summary>
    [JsonIgnore]
    public int? MaxTaskCount => Limits?.MaxTaskCount;

    /// <summary>The minimum number of nodes.</summary>
    [JsonIgnore]
    public int? MinNodeCount => Limits?.MinNodeCount;

    /// <summary>The maximum number of nodes.</summary>
    [JsonIgnore]
    public int? MaxNodeCount => Limits?.MaxNodeCount;

    /// <summary>The fields of the response that this library does not know, by wire name; null if there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? AdditionalProperties { get; set; }

    /// <summary>The limits, as sent by the service.</summary>
    [JsonPropertyName("properties")]
    [JsonInclude]
    internal FeatureLimits? Limits { get; set; }

    /// <summary>Returns the name of the feature.</summary>
    public override string ToString() => Name ?? string.Empty;
}
