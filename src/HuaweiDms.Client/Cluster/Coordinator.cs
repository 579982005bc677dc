using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>The broker that coordinates a consumer group (5.2.7).</summary>
public sealed class Coordinator : InstanceResource
{
    /// <summary>The name of the consumer group.</summary>
    [JsonPropertyName("group_id")]
    public string? ConsumerGroup { get; set; }

    /// <summary>The id of the broker.</summary>
    [JsonPropertyName("id")]
    public int? BrokerId { get; set; }

    /// <summary>The address of the broker.</summary>
    [JsonPropertyName("host")]
    public string? Host { get; set; }

    /// <summary>The port of the broker.</summary>
    [JsonPropertyName("port")]
    public int? Port { get; set; }

    /// <summary>Returns the group and the broker.</summary>
    public override string ToString() => $"{ConsumerGroup}: broker {BrokerId}";
}
