using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A client that is connected as a producer of a topic (5.5.7).</summary>
public sealed class TopicProducer : TopicResource
{
    /// <summary>The address and port of the client.</summary>
    [JsonPropertyName("producer_address")]
    public string? Address { get; set; }

    /// <summary>The address and port of the broker to which it is connected.</summary>
    [JsonPropertyName("broker_address")]
    public string? BrokerAddress { get; set; }

    /// <summary>The time of the connection.</summary>
    [JsonPropertyName("join_time")]
    public DateTimeOffset? ConnectedAt { get; set; }

    /// <summary>Returns the address of the client.</summary>
    public override string ToString() => Address ?? string.Empty;
}
