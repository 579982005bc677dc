using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A product an instance can change to (5.4.2).</summary>
public sealed class ResizeOption : DmsResource
{
    /// <summary>The product.</summary>
    [JsonPropertyName("product_id")]
    public string? ProductId { get; set; }

    /// <summary>The kind of instance, such as <c>cluster</c>.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>The Kafka versions that can be had with it.</summary>
    [JsonIgnore]
    public string[]? EngineVersions { get; set; }

    /// <summary>The virtual machine behind a broker.</summary>
    [JsonPropertyName("ecs_flavor_id")]
    public string? FlavorId { get; set; }

    /// <summary>Processor architectures.</summary>
    [JsonPropertyName("arch_types")]
    public string[]? Architectures { get; set; }

    /// <summary>How it can be paid for: <c>monthly</c>, <c>hourly</c>.</summary>
    [JsonPropertyName("charging_mode")]
    public string[]? ChargingModes { get; set; }

    /// <summary>Its disks.</summary>
    [JsonPropertyName("ios")]
    public ResizeDisk[]? Disks { get; set; }

    /// <summary>Its features.</summary>
    [JsonPropertyName("support_features")]
    public ResizeFeature[]? Features { get; set; }

    /// <summary>Its limits.</summary>
    [JsonPropertyName("properties")]
    public ResizeLimits? Limits { get; set; }

    /// <summary>Availability zones where it can be had.</summary>
    [JsonPropertyName("available_zones")]
    public string[]? AvailabilityZones { get; set; }

    /// <summary>Availability zones where it is sold out.</summary>
    [JsonPropertyName("unavailable_zones")]
    public string[]? SoldOutZones { get; set; }

    /// <summary>The instance that can change to it.</summary>
    [JsonIgnore]
    public string? InstanceId { get; set; }

    /// <summary>The product.</summary>
    public override string ToString() => ProductId ?? string.Empty;
}
