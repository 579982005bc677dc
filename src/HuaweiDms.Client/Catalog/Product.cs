using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>
/// A product from which instances are created (5.12.3; v1.0: 7.1.2.2). Newer products have limits per broker, older ones have limits for
/// the whole instance.
/// </summary>
public sealed class Product : ProductResource
{
    /// <summary>The bandwidth of the whole instance, such as <c>100MB</c>; v1.0 only.</summary>
    [JsonPropertyName("bandwidth")]
    public string? Bandwidth { get; set; }

    /// <summary>The maximum number of messages per second for the whole instance; v1.0 only.</summary>
    [JsonPropertyName("tps")]
    public int? MaxTps { get; set; }

    /// <summary>The minimum storage of the whole instance in GB; v1.0 only.</summary>
    [JsonPropertyName("storage")]
    public long? StorageSpaceGB { get; set; }

    /// <summary>The maximum number of partitions of the whole instance; v1.0 only.</summary>
    [JsonPropertyName("partition_num")]
    public int? PartitionLimit { get; set; }

    /// <summary>The resource specification, such as <c>dms.instance.kafka.cluster.c3.mini</c>; v1.0 only.</summary>
    [JsonPropertyName("spec_code")]
    public string? ResourceSpecCode { get; set; }

    /// <summary>The code used for billing.</summary>
    [JsonPropertyName("billing_code")]
    public string? BillingCode { get; set; }

    /// <summary>The disk types, under their v1.0 name.</summary>
    [JsonPropertyName("io")]
    [JsonInclude]
    internal ProductStorage[]? OlderStorages
    {
        get => null;
        set => Storages = value;
    }

    /// <summary>The single architecture that v1.0 reports.</summary>
    [JsonPropertyName("arch_type")]
    [JsonInclude]
    internal string? OlderArchitecture
    {
        get => null;
        set => OlderArchitectures = value is null ? null : [value];
    }
}
