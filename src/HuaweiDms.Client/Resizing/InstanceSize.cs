using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>
/// The target size of an instance (5.4.1). Create it with one of the three methods, because one request changes one property.
/// </summary>
public sealed class InstanceSize
{
    private InstanceSize(string kind) => Kind = kind;

    [JsonInclude]
    [JsonPropertyName("oper_type")]
    internal string Kind { get; }

    /// <summary>The total storage of all brokers, in GB.</summary>
    [JsonPropertyName("new_storage_space")]
    public int? StorageSpaceGB { get; private init; }

    /// <summary>The number of brokers.</summary>
    [JsonPropertyName("new_broker_num")]
    public int? BrokerCount { get; private init; }

    /// <summary>The product id.</summary>
    [JsonPropertyName("new_product_id")]
    public string? ProductId { get; private init; }

    /// <summary>The ids of the public addresses of new brokers; sent as one text.</summary>
    [JsonInclude]
    [JsonPropertyName("publicip_id")]
    internal string? PublicIpIds { get; init; }

    [JsonInclude]
    [JsonPropertyName("tenant_ips")]
    internal IReadOnlyList<string>? TenantIps { get; init; }

    [JsonInclude]
    [JsonPropertyName("second_tenant_subnet_id")]
    internal string? SecondSubnetId { get; init; }

    /// <summary>Expands the storage of the existing brokers.</summary>
    /// <param name="totalGB">The total storage of all brokers, in GB.</param>
    public static InstanceSize Storage(int totalGB) => new("storage") { StorageSpaceGB = totalGB };

    /// <summary>Adds brokers, each with as much storage as the existing ones.</summary>
    /// <param name="count">The number of brokers.</param>
    /// <param name="totalGB">The total storage of all brokers, in GB.</param>
    /// <param name="publicIpIds">The id of a public address for each new broker, if the instance has public access.</param>
    /// <param name="tenantIps">Private addresses of new brokers; the service chooses any others.</param>
    /// <param name="secondSubnetId">The spare subnet for the new brokers; the support of the service must enable it first.</param>
    public static InstanceSize Brokers(
        int count,
        int totalGB,
        IReadOnlyList<string>? publicIpIds = null,
        IReadOnlyList<string>? tenantIps = null,
        string? secondSubnetId = null)
        => new("horizontal")
        {
            BrokerCount = count,
            StorageSpaceGB = totalGB,
            PublicIpIds = publicIpIds is { Count: > 0 } ? string.Join(",", publicIpIds) : null,
            TenantIps = tenantIps is { Count: > 0 } ? tenantIps : null,
            SecondSubnetId = secondSubnetId,
        };

    /// <summary>Changes the product, with the same number of brokers and the same storage.</summary>
    /// <param name="productId">The product id.</param>
    public static InstanceSize Product(string productId) => new("vertical") { ProductId = productId };
}
