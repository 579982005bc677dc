using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A client that is connected to produce to a topic (5.5.7).</summary>
public sealed class TopicProducer : TopicResource
{
    /// <summary>Address and port of the client.</summary>
    [JsonPropertyName("producer_address")]
    public string? Address { get; set; }

    /// <summary>Address and port of the broker that it is connected to.</summary>
    [JsonPropertyName("broker_address")]
    public string? BrokerAddress { get; set; }

    /// <summary>Since when.</summary>
    [JsonPropertyName("join_time")]
    public DateTimeOffset? ConnectedAt { get; set; }

    /// <summary>The client's address.</summary>
    public override string ToString() => Address ?? string.Empty;
}
