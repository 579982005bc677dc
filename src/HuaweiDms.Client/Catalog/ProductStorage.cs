using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A disk type of a product, and the zones in which it is available.</summary>
public sealed class ProductStorage
{
    private string? _olderCode;
    private string? _olderType;

    /// <summary>The disk type, such as <c>dms.physical.storage.ultra.v2</c>, which is used to create instances.</summary>
    [JsonPropertyName("io_spec")]
    public string? StorageSpecCode
    {
        get => field ?? _olderCode;
        set;
    }

    /// <summary>The kind of disk: <c>evs</c>; in v1.0 <c>SAS</c> or <c>SSD</c>.</summary>
    [JsonPropertyName("type")]
    public string? Type
    {
        get => field ?? _olderType;
        set;
    }

    /// <summary>The I/O class, <c>high</c> or <c>ultra</c>; v1.0 only.</summary>
    [JsonPropertyName("io_type")]
    public string? IoType { get; set; }

    /// <summary>The zones in which it is available.</summary>
    [JsonPropertyName("available_zones")]
    public string[]? AvailableZones { get; set; }

    /// <summary>The zones in which it is not available.</summary>
    [JsonPropertyName("unavailable_zones")]
    public string[]? UnavailableZones { get; set; }

    /// <summary>The fields of the response that this library does not know, by wire name; null if there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? AdditionalProperties { get; set; }

    /// <summary>The code, under its v1.0 name.</summary>
    [JsonPropertyName("storage_spec_code")]
    [JsonInclude]
    internal string? OlderStorageSpecCode
    {
        get => null;
        set => _olderCode = value;
    }

    /// <summary>The type, under its v1.0 name.</summary>
    [JsonPropertyName("volume_type")]
    [JsonInclude]
    internal string? VolumeType
    {
        get => null;
        set => _olderType = value;
    }

    /// <summary>Returns the disk type.</summary>
    public override string ToString() => StorageSpecCode ?? string.Empty;
}
