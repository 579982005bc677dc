using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>One broker of an instance.</summary>
public sealed class ClusterBroker
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

    /// <summary>Fields the service sent that this library does not know, by their wire names.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? AdditionalProperties { get; set; }

    /// <summary>Number and address.</summary>
    public override string ToString() => $"{BrokerId} {Host}:{Port}";
}
