using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>
/// The description of a product, either from the product list (5.12.3; v1.0: 7.1.2.2) or offered for an instance (5.4.2). A property that
/// does not apply to the product is null.
/// </summary>
public abstract class ProductResource : DmsResource
{
    private protected ProductResource()
    {
    }

    /// <summary>The product id, such as <c>c6.2u4g.cluster</c>.</summary>
    [JsonPropertyName("product_id")]
    public string? ProductId { get; set; }

    /// <summary>The kind of instance: <c>cluster</c> or <c>single</c>.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>Another name, such as <c>kafka.2u4g.cluster</c>.</summary>
    [JsonIgnore]
    public string? Alias => Limits?.Alias;

    /// <summary>The Kafka versions that are available.</summary>
    [JsonIgnore]
    public string[]? EngineVersions { get; set; }

    /// <summary>The minimum number of brokers.</summary>
    [JsonIgnore]
    public int? MinBrokerCount => Limits?.MinBrokerCount;

    /// <summary>The maximum number of brokers.</summary>
    [JsonIgnore]
    public int? MaxBrokerCount => Limits?.MaxBrokerCount;

    /// <summary>The minimum storage per broker in GB.</summary>
    [JsonIgnore]
    public long? MinStoragePerBrokerGB => Limits?.MinStoragePerBrokerGB;

    /// <summary>The maximum storage per broker in GB.</summary>
    [JsonIgnore]
    public long? MaxStoragePerBrokerGB => Limits?.MaxStoragePerBrokerGB;

    /// <summary>The maximum number of partitions per broker.</summary>
    [JsonIgnore]
    public int? MaxPartitionsPerBroker => Limits?.MaxPartitionsPerBroker;

    /// <summary>The maximum number of consumers per broker.</summary>
    [JsonIgnore]
    public int? MaxConsumersPerBroker => Limits?.MaxConsumersPerBroker;

    /// <summary>The maximum bandwidth per broker; the reference does not name the unit.</summary>
    [JsonIgnore]
    public int? MaxBandwidthPerBroker => Limits?.MaxBandwidthPerBroker;

    /// <summary>The maximum number of messages per second per broker.</summary>
    [JsonIgnore]
    public int? MaxTpsPerBroker => Limits?.MaxTpsPerBroker;

    /// <summary>The server flavor of the brokers, such as <c>c6.large.2</c>.</summary>
    [JsonPropertyName("ecs_flavor_id")]
    public string? FlavorId { get; set; }

    /// <summary>The charging modes: <c>monthly</c> for yearly/monthly, <c>hourly</c> for pay-per-use.</summary>
    [JsonPropertyName("charging_mode")]
    public string[]? ChargingModes { get; set; }

    /// <summary>The processor architectures.</summary>
    [JsonPropertyName("arch_types")]
    public string[]? Architectures
    {
        get => field ?? OlderArchitectures;
        set;
    }

    /// <summary>The available disk types.</summary>
    [JsonPropertyName("ios")]
    public ProductStorage[]? Storages { get; set; }

    /// <summary>The additional features.</summary>
    [JsonPropertyName("support_features")]
    public ProductFeature[]? Features { get; set; }

    /// <summary>The zones in which the product is available; null if the service reports zones only for each disk type.</summary>
    [JsonPropertyName("available_zones")]
    public string[]? AvailableZones { get; set; }

    /// <summary>The zones in which the product is not available; null if the service reports zones only for each disk type.</summary>
    [JsonPropertyName("unavailable_zones")]
    public string[]? UnavailableZones { get; set; }

    /// <summary>The limits per broker; exposed through the other properties.</summary>
    [JsonPropertyName("properties")]
    [JsonInclude]
    internal ProductLimits? Limits { get; set; }

    /// <summary>The architectures, under their older name.</summary>
    private protected string[]? OlderArchitectures { get; set; }

    /// <summary>Returns the product id.</summary>
    public override string ToString() => ProductId ?? string.Empty;

    /// <summary>Keeps limits that this library does not know with the unknown fields of the product or the feature.</summary>
    internal void KeepUnknownLimits()
    {
        AdditionalProperties = Merged(AdditionalProperties, Limits?.AdditionalProperties);
        foreach (ProductFeature feature in (Features ?? []).OfType<ProductFeature>())
            feature.AdditionalProperties = Merged(feature.AdditionalProperties, feature.Limits?.AdditionalProperties);
    }

    private static IDictionary<string, object?>? Merged(IDictionary<string, object?>? known, IDictionary<string, object?>? limits)
    {
        if (known is null || limits is null)
            return known ?? limits;
        foreach (KeyValuePair<string, object?> limit in limits)
            known[limit.Key] = limit.Value;
        return known;
    }
}
