using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>
/// What instances are made of (5.12.3; v1.0: 7.1.2.2). The newer products have limits for each broker, the older ones
/// limits for the whole instance; what a product does not have is null.
/// </summary>
public sealed class Product : DmsResource
{
    private string[]? _architectures;

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

    /// <summary>The most bandwidth of a broker, in the service's unit.</summary>
    [JsonIgnore]
    public int? MaxBandwidthPerBroker => Limits?.MaxBandwidthPerBroker;

    /// <summary>The most transactions a second of a broker.</summary>
    [JsonIgnore]
    public int? MaxTpsPerBroker => Limits?.MaxTpsPerBroker;

    /// <summary>The bandwidth of the whole instance, such as <c>100MB</c>; v1.0 only.</summary>
    [JsonPropertyName("bandwidth")]
    public string? Bandwidth { get; set; }

    /// <summary>The most messages a second of the whole instance; v1.0 only.</summary>
    [JsonPropertyName("tps")]
    public int? MaxTps { get; set; }

    /// <summary>The least storage of the whole instance in GB; v1.0 only.</summary>
    [JsonPropertyName("storage")]
    public long? StorageSpaceGB { get; set; }

    /// <summary>The most partitions of the whole instance; v1.0 only.</summary>
    [JsonPropertyName("partition_num")]
    public int? PartitionLimit { get; set; }

    /// <summary>The resource specification, such as <c>dms.instance.kafka.cluster.c3.mini</c>; v1.0 only.</summary>
    [JsonPropertyName("spec_code")]
    public string? ResourceSpecCode { get; set; }

    /// <summary>The server the brokers run on, such as <c>c6.large.2</c>.</summary>
    [JsonPropertyName("ecs_flavor_id")]
    public string? FlavorId { get; set; }

    /// <summary>Under which code it is billed.</summary>
    [JsonPropertyName("billing_code")]
    public string? BillingCode { get; set; }

    /// <summary>How it can be paid: <c>monthly</c> for yearly and monthly, <c>hourly</c> for pay per use.</summary>
    [JsonPropertyName("charging_mode")]
    public string[]? ChargingModes { get; set; }

    /// <summary>The processor architectures.</summary>
    [JsonPropertyName("arch_types")]
    public string[]? Architectures
    {
        get => field ?? _architectures;
        set;
    }

    /// <summary>The disks it can have.</summary>
    [JsonPropertyName("ios")]
    public ProductStorage[]? Storages { get; set; }

    /// <summary>What it can do beside the ordinary.</summary>
    [JsonPropertyName("support_features")]
    public ProductFeature[]? Features { get; set; }

    /// <summary>Zones in which it can be had; v1.0 only, where the newer ones say it of each disk.</summary>
    [JsonPropertyName("available_zones")]
    public string[]? AvailableZones { get; set; }

    /// <summary>Zones in which it cannot be had; v1.0 only, where the newer ones say it of each disk.</summary>
    [JsonPropertyName("unavailable_zones")]
    public string[]? UnavailableZones { get; set; }

    /// <summary>The limits of a broker; shown beside the other properties.</summary>
    [JsonPropertyName("properties")]
    [JsonInclude]
    internal ProductLimits? Limits { get; set; }

    /// <summary>The name of the disks in v1.0.</summary>
    [JsonPropertyName("io")]
    [JsonInclude]
    internal ProductStorage[]? OlderStorages
    {
        get => null;
        set => Storages = value;
    }

    /// <summary>The one architecture of v1.0.</summary>
    [JsonPropertyName("arch_type")]
    [JsonInclude]
    internal string? Architecture
    {
        get => null;
        set => _architectures = value is null ? null : [value];
    }

    /// <summary>The product id.</summary>
    public override string ToString() => ProductId ?? string.Empty;

    /// <summary>Limits that are not known here are kept with the product's own unknown fields.</summary>
    internal void KeepUnknownLimits()
    {
        foreach (KeyValuePair<string, object?> limit in Limits?.AdditionalProperties ?? new Dictionary<string, object?>())
            (AdditionalProperties ??= new Dictionary<string, object?>())[limit.Key] = limit.Value;
    }
}
