using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Response of 7.1.2.2: products by charging mode, engine and kind of instance.</summary>
internal sealed class OlderProductList
{
    [JsonPropertyName("Hourly")]
    public List<OlderProductEngine?>? Hourly { get; set; }

    [JsonPropertyName("Monthly")]
    public List<OlderProductEngine?>? Monthly { get; set; }

    /// <summary>Returns each product once, with all of its charging modes.</summary>
    public IEnumerable<Product> ToProducts()
        => Of(Hourly, "hourly").Concat(Of(Monthly, "monthly")).GroupBy(product => product.ProductId, StringComparer.Ordinal).Select(same =>
        {
            Product product = same.First();
            product.ChargingModes = [.. same.SelectMany(each => each.ChargingModes!).Distinct(StringComparer.Ordinal)];
            product.EngineVersions = [.. same.SelectMany(each => each.EngineVersions!).Distinct(StringComparer.Ordinal)];
            return product;
        });

    private static IEnumerable<Product> Of(List<OlderProductEngine?>? engines, string chargingMode)
    {
        foreach (OlderProductEngine engine in (engines ?? []).OfType<OlderProductEngine>())
        {
            foreach (OlderProductGroup group in (engine.Groups ?? []).OfType<OlderProductGroup>())
            {
                foreach (Product product in (group.Products ?? []).OfType<Product>())
                {
                    product.Type ??= group.Type;
                    product.AvailableZones ??= group.AvailableZones;
                    product.UnavailableZones ??= group.UnavailableZones;
                    product.ChargingModes = [chargingMode];
                    product.EngineVersions = engine.Version is null ? [] : [engine.Version];
                    yield return product;
                }
            }
        }
    }
}

/// <summary>The products for one version of an engine.</summary>
internal sealed class OlderProductEngine
{
    [JsonPropertyName("version")]
    public string? Version { get; set; }

    [JsonPropertyName("values")]
    public List<OlderProductGroup?>? Groups { get; set; }
}

/// <summary>The products for one kind of instance.</summary>
internal sealed class OlderProductGroup
{
    [JsonPropertyName("name")]
    public string? Type { get; set; }

    [JsonPropertyName("detail")]
    public List<Product?>? Products { get; set; }

    [JsonPropertyName("available_zones")]
    public string[]? AvailableZones { get; set; }

    [JsonPropertyName("unavailable_zones")]
    public string[]? UnavailableZones { get; set; }
}
