using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>
/// What instances are made of (5.12.3; v1.0: 7.1.2.2). The newer products have limits for each broker, the older ones
/// limits for the whole instance.
/// </summary>
public sealed class Product : ProductResource
{
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

    /// <summary>Under which code it is billed.</summary>
    [JsonPropertyName("billing_code")]
    public string? BillingCode { get; set; }

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
    internal string? OlderArchitecture
    {
        get => null;
        set => OlderArchitectures = value is null ? null : [value];
    }
}
