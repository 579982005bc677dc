using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>
/// What is told of a product, whether the service lists it (5.12.3; v1.0: 7.1.2.2) or offers it to an instance (5.4.2). What a
/// product does not have is null.
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

    /// <summary>The Kafka versions that can be had.</summary>
    [JsonIgnore]
    public string[]? EngineVersions { get; set; }

    /// <summary>The fewest brokers.</summary>
    [JsonIgnore]
    public int? MinBrokerCount => Limits?.MinBrokerCount;

    /// <summary>The most brokers.</summary>
    [JsonIgnore]
    public int? MaxBrokerCount => Limits?.MaxBrokerCount;

    /// <summary>The least storage of a broker in GB.</summary>
    [JsonIgnore]
    public long? MinStoragePerBrokerGB => Limits?.MinStoragePerBrokerGB;

    /// <summary>The most storage of a broker in GB.</summary>
    [JsonIgnore]
    public long? MaxStoragePerBrokerGB => Limits?.MaxStoragePerBrokerGB;

    /// <summary>The most partitions of a broker.</summary>
    [JsonIgnore]
    public int? MaxPartitionsPerBroker => Limits?.MaxPartitionsPerBroker;

    /// <summary>The most consumers of a broker.</summary>
    [JsonIgnore]
    public int? MaxConsumersPerBroker => Limits?.MaxConsumersPerBroker;

    /// <summary>The most bandwidth of a broker; the reference names no unit.</summary>
    [JsonIgnore]
    public int? MaxBandwidthPerBroker => Limits?.MaxBandwidthPerBroker;

    /// <summary>The most messages a second of a broker.</summary>
    [JsonIgnore]
    public int? MaxTpsPerBroker => Limits?.MaxTpsPerBroker;

    /// <summary>The server the brokers run on, such as <c>c6.large.2</c>.</summary>
    [JsonPropertyName("ecs_flavor_id")]
    public string? FlavorId { get; set; }

    /// <summary>How it can be paid: <c>monthly</c> for yearly/monthly, <c>hourly</c> for pay-per-use.</summary>
    [JsonPropertyName("charging_mode")]
    public string[]? ChargingModes { get; set; }

    /// <summary>The processor architectures.</summary>
    [JsonPropertyName("arch_types")]
    public string[]? Architectures
    {
        get => field ?? OlderArchitectures;
        set;
    }

    /// <summary>The disks it can have.</summary>
    [JsonPropertyName("ios")]
    public ProductStorage[]? Storages { get; set; }

    /// <summary>What it can do beside the ordinary.</summary>
    [JsonPropertyName("support_features")]
    public ProductFeature[]? Features { get; set; }

    /// <summary>Zones in which it can be had; null where the service says it of each disk only.</summary>
    [JsonPropertyName("available_zones")]
    public string[]? AvailableZones { get; set; }

    /// <summary>Zones in which it cannot be had; null where the service says it of each disk only.</summary>
    [JsonPropertyName("unavailable_zones")]
    public string[]? UnavailableZones { get; set; }

    /// <summary>The limits of a broker; shown beside the other properties.</summary>
    [JsonPropertyName("properties")]
    [JsonInclude]
    internal ProductLimits? Limits { get; set; }

    /// <summary>The architectures under an older name.</summary>
    private protected string[]? OlderArchitectures { get; set; }

    /// <summary>The product id.</summary>
    public override string ToString() => ProductId ?? string.Empty;

    /// <summary>Limits that are not known here are kept with the unknown fields of what they limit.</summary>
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
