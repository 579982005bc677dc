using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A feature a product has (5.4.2).</summary>
public sealed class ResizeFeature
{
    /// <summary>The feature, such as <c>connector_obs</c>.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>What is said about it, by the service's own names.</summary>
    [JsonPropertyName("properties")]
    public IDictionary<string, string?>? Properties { get; set; }

    /// <summary>The feature.</summary>
    public override string ToString() => Name ?? string.Empty;
}
