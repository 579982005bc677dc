using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Response of 5.12.1 and 7.1.2.3.</summary>
internal sealed class MaintenanceWindowList
{
    [JsonPropertyName("maintain_windows")]
    public List<MaintenanceWindow>? Windows { get; set => field = value ?? []; }
}

/// <summary>Response of 5.12.2 and 7.1.2.1; the example of 7.1.2.1 spells the region in camel case.</summary>
internal sealed class ZoneList
{
    [JsonPropertyName("region_id")]
    public string? RegionId { get; set; }

    [JsonPropertyName("regionId")]
    public string? RegionIdInCamelCase { get; set; }

    [JsonPropertyName("available_zones")]
    public List<AvailabilityZone>? Zones { get; set => field = value ?? []; }
}

/// <summary>Response of 5.12.3.</summary>
internal sealed class ProductList
{
    [JsonPropertyName("versions")]
    public string[]? Versions { get; set; }

    [JsonPropertyName("products")]
    public List<Product>? Products { get; set => field = value ?? []; }
}

/// <summary>The limits of a product per broker; the service sends the numbers as text.</summary>
internal sealed class ProductLimits : DmsResource
{
    [JsonPropertyName("product_alias")]
    public string? Alias { get; set; }

    [JsonPropertyName("min_broker")]
    public int? MinBrokerCount { get; set; }

    [JsonPropertyName("max_broker")]
    public int? MaxBrokerCount { get; set; }

    [JsonPropertyName("min_storage_per_node")]
    public long? MinStoragePerBrokerGB { get; set; }

    [JsonPropertyName("max_storage_per_node")]
    public long? MaxStoragePerBrokerGB { get; set; }

    [JsonPropertyName("max_partition_per_broker")]
    public int? MaxPartitionsPerBroker { get; set; }

    [JsonPropertyName("max_consumer_per_broker")]
    public int? MaxConsumersPerBroker { get; set; }

    [JsonPropertyName("max_bandwidth_per_broker")]
    public int? MaxBandwidthPerBroker { get; set; }

    [JsonPropertyName("max_tps_per_broker")]
    public int? MaxTpsPerBroker { get; set; }
}

/// <summary>The limits of a feature of a product; the service sends the numbers as text.</summary>
internal sealed class FeatureLimits
{
    [JsonPropertyName("min_task")]
    public int? MinTaskCount { get; set; }

    [JsonPropertyName("max_task")]
    public int? MaxTaskCount { get; set; }

    [JsonPropertyName("min_node")]
    public int? MinNodeCount { get; set; }

    [JsonPropertyName("max_node")]
    public int? MaxNodeCount { get; set; }

    [JsonExtensionData]
    public IDictionary<string, object?>? AdditionalProperties { get; set; }
}
