using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>What a product allows (5.4.2); null where the service does not say.</summary>
public sealed class ResizeLimits
{
    /// <summary>Another name of the product.</summary>
    [JsonPropertyName("product_alias")]
    public string? Alias { get; set; }

    /// <summary>The fewest brokers.</summary>
    [JsonPropertyName("min_broker")]
    public int? LeastBrokers { get; set; }

    /// <summary>The most brokers.</summary>
    [JsonPropertyName("max_broker")]
    public int? MostBrokers { get; set; }

    /// <summary>The least storage of a broker, in GB.</summary>
    [JsonPropertyName("min_storage_per_node")]
    public int? LeastStoragePerBrokerGB { get; set; }

    /// <summary>The most storage of a broker, in GB.</summary>
    [JsonPropertyName("max_storage_per_node")]
    public int? MostStoragePerBrokerGB { get; set; }

    /// <summary>The most partitions of a broker.</summary>
    [JsonPropertyName("max_partition_per_broker")]
    public int? PartitionsPerBroker { get; set; }

    /// <summary>The most consumers of a broker.</summary>
    [JsonPropertyName("max_consumer_per_broker")]
    public int? ConsumersPerBroker { get; set; }

    /// <summary>The bandwidth of a broker; the reference names no unit.</summary>
    [JsonPropertyName("max_bandwidth_per_broker")]
    public int? BandwidthPerBroker { get; set; }

    /// <summary>The most messages a second of a broker.</summary>
    [JsonPropertyName("max_tps_per_broker")]
    public int? MessagesPerSecondPerBroker { get; set; }

    /// <summary>Fields the service sent that this library does not know, by their wire names.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? AdditionalProperties { get; set; }

    /// <summary>How many brokers there can be, and how much storage each can have.</summary>
    public override string ToString()
        => FormattableString.Invariant($"{LeastBrokers}-{MostBrokers} brokers, {LeastStoragePerBrokerGB}-{MostStoragePerBrokerGB} GB each");
}
