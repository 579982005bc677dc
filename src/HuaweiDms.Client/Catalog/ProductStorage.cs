using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A disk type of a product, and where it can be had.</summary>
public sealed class ProductStorage
{
    private string? _olderCode;
    private string? _olderType;

    /// <summary>The disk type, such as <c>dms.physical.storage.ultra.v2</c>, which the creation of instances takes.</summary>
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

    /// <summary>The kind of input and output, <c>high</c> or <c>ultra</c>; v1.0 only.</summary>
    [JsonPropertyName("io_type")]
    public string? IoType { get; set; }

    /// <summary>Zones in which it can be had.</summary>
    [JsonPropertyName("available_zones")]
    public string[]? AvailableZones { get; set; }

    /// <summary>Zones in which it cannot be had.</summary>
    [JsonPropertyName("unavailable_zones")]
    public string[]? UnavailableZones { get; set; }

    /// <summary>Fields the service sent that this library does not know, by their wire names.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? AdditionalProperties { get; set; }

    /// <summary>The name of the code in v1.0.</summary>
    [JsonPropertyName("storage_spec_code")]
    [JsonInclude]
    internal string? OlderStorageSpecCode
    {
        get => null;
        set => _olderCode = value;
    }

    /// <summary>The name of the type in v1.0.</summary>
    [JsonPropertyName("volume_type")]
    [JsonInclude]
    internal string? VolumeType
    {
        get => null;
        set => _olderType = value;
    }

    /// <summary>The disk type.</summary>
    public override string ToString() => StorageSpecCode ?? string.Empty;
}
