using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>What an instance is to become (5.4.1): made by one of the three methods, since one request changes one thing.</summary>
public sealed class InstanceSize
{
    private InstanceSize(string kind) => Kind = kind;

    [JsonInclude]
    [JsonPropertyName("oper_type")]
    internal string Kind { get; }

    /// <summary>The storage of all brokers together, in GB.</summary>
    [JsonPropertyName("new_storage_space")]
    public int? StorageSpaceGB { get; private init; }

    /// <summary>The number of brokers.</summary>
    [JsonPropertyName("new_broker_num")]
    public int? BrokerCount { get; private init; }

    /// <summary>The product.</summary>
    [JsonPropertyName("new_product_id")]
    public string? ProductId { get; private init; }

    /// <summary>Public addresses of the new brokers, by id; in one text on the wire.</summary>
    [JsonInclude]
    [JsonPropertyName("publicip_id")]
    internal string? PublicIpIds { get; init; }

    [JsonInclude]
    [JsonPropertyName("tenant_ips")]
    internal IReadOnlyList<string>? TenantIps { get; init; }

    [JsonInclude]
    [JsonPropertyName("second_tenant_subnet_id")]
    internal string? SecondSubnetId { get; init; }

    /// <summary>More storage, on the same brokers.</summary>
    /// <param name="totalGB">The storage of all brokers together, in GB.</param>
    public static InstanceSize Storage(int totalGB) => new("storage") { StorageSpaceGB = totalGB };

    /// <summary>More brokers, each with as much storage as those that are there.</summary>
    /// <param name="count">The number of brokers.</param>
    /// <param name="totalGB">The storage of all brokers together, in GB.</param>
    /// <param name="publicIpIds">A public address for each new broker, where the instance has public access.</param>
    /// <param name="tenantIps">Private addresses of new brokers; for those beyond, the service chooses.</param>
    /// <param name="secondSubnetId">The spare subnet that new brokers go into; the service's support has to allow it first.</param>
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

    /// <summary>Other machines, with the same number of brokers and storage.</summary>
    /// <param name="productId">The product.</param>
    public static InstanceSize Product(string productId) => new("vertical") { ProductId = productId };
}
