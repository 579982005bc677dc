using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A broker of an instance.</summary>
public sealed class ClusterBroker : InstanceResource
{
    /// <summary>The id of the broker.</summary>
    [JsonPropertyName("broker_id")]
    public int? BrokerId { get; set; }

    /// <summary>The address of the broker.</summary>
    [JsonPropertyName("host")]
    public string? Host { get; set; }

    /// <summary>The port of the broker.</summary>
    [JsonPropertyName("port")]
    public int? Port { get; set; }

    /// <summary>Whether the broker is the controller.</summary>
    [JsonPropertyName("is_controller")]
    public bool? IsController { get; set; }

    /// <summary>Whether the broker is reachable.</summary>
    [JsonPropertyName("is_health")]
    public bool? IsHealthy { get; set; }

    /// <summary>The version of the Kafka server.</summary>
    [JsonPropertyName("version")]
    public string? Version { get; set; }

    /// <summary>The time when the broker joined.</summary>
    [JsonPropertyName("register_time")]
    public DateTimeOffset? RegisteredAt { get; set; }

    /// <summary>The number of partitions that the broker leads; null if the replicas were not read.</summary>
    [JsonIgnore]
    public int? LeaderCount { get; set; }

    /// <summary>The number of partitions whose preferred leader is this broker; null if the replicas were not read.</summary>
    [JsonIgnore]
    public int? PreferredCount { get; set; }

    /// <summary>The number of replicas on the broker, including those that it leads; null if the replicas were not read.</summary>
    [JsonIgnore]
    public int? ReplicaCount { get; set; }

    /// <summary>The size of these replicas in bytes; null if they were not read.</summary>
    [JsonIgnore]
    public long? SizeBytes { get; set; }

    /// <summary>Returns the id and the address, and whether the broker is down.</summary>
    public override string ToString() => $"{BrokerId} {Host}:{Port}{(IsHealthy == false ? " (down)" : string.Empty)}";
}
