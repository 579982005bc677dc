using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A kind of disk a product has (5.4.2).</summary>
public sealed class ResizeDisk
{
    /// <summary>The disk, such as <c>dms.physical.storage.ultra.v2</c>.</summary>
    [JsonPropertyName("io_spec")]
    public string? StorageSpecCode { get; set; }

    /// <summary>The kind of storage, such as <c>evs</c>.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>Availability zones where it can be had.</summary>
    [JsonPropertyName("available_zones")]
    public string[]? AvailabilityZones { get; set; }

    /// <summary>Availability zones where it is sold out.</summary>
    [JsonPropertyName("unavailable_zones")]
    public string[]? SoldOutZones { get; set; }

    /// <summary>The disk.</summary>
    public override string ToString() => StorageSpecCode ?? string.Empty;
}
