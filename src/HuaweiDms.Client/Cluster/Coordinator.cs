using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>The broker that coordinates a consumer group (5.2.7).</summary>
public sealed class Coordinator : InstanceResource
{
    /// <summary>The consumer group.</summary>
    [JsonPropertyName("group_id")]
    public string? ConsumerGroup { get; set; }

    /// <summary>The broker's number.</summary>
    [JsonPropertyName("id")]
    public int? BrokerId { get; set; }

    /// <summary>Its address.</summary>
    [JsonPropertyName("host")]
    public string? Host { get; set; }

    /// <summary>Its port.</summary>
    [JsonPropertyName("port")]
    public int? Port { get; set; }

    /// <summary>Group and broker.</summary>
    public override string ToString() => $"{ConsumerGroup}: broker {BrokerId}";
}
