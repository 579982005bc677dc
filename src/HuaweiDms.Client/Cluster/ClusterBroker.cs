using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>One broker of an instance.</summary>
public sealed class ClusterBroker : InstanceResource
{
    /// <summary>The broker's number.</summary>
    [JsonPropertyName("broker_id")]
    public int? BrokerId { get; set; }

    /// <summary>Its address.</summary>
    [JsonPropertyName("host")]
    public string? Host { get; set; }

    /// <summary>Its port.</summary>
    [JsonPropertyName("port")]
    public int? Port { get; set; }

    /// <summary>Whether it is the controller.</summary>
    [JsonPropertyName("is_controller")]
    public bool? IsController { get; set; }

    /// <summary>Whether it can be reached.</summary>
    [JsonPropertyName("is_health")]
    public bool? IsHealthy { get; set; }

    /// <summary>The version of its server.</summary>
    [JsonPropertyName("version")]
    public string? Version { get; set; }

    /// <summary>When it joined.</summary>
    [JsonPropertyName("register_time")]
    public DateTimeOffset? RegisteredAt { get; set; }

    /// <summary>How many partitions it leads; null where the replicas were not read.</summary>
    [JsonIgnore]
    public int? LeaderCount { get; set; }

    /// <summary>How many partitions it is to lead; null where the replicas were not read.</summary>
    [JsonIgnore]
    public int? PreferredCount { get; set; }

    /// <summary>How many replicas it keeps, those it leads included; null where they were not read.</summary>
    [JsonIgnore]
    public int? ReplicaCount { get; set; }

    /// <summary>The bytes that they take; null where they were not read.</summary>
    [JsonIgnore]
    public long? SizeBytes { get; set; }

    /// <summary>Number and address.</summary>
    public override string ToString() => $"{BrokerId} {Host}:{Port}";
}
