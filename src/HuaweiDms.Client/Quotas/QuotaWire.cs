using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Response of 5.2.14.</summary>
internal sealed class ClientQuotaList
{
    [JsonPropertyName("quotas")]
    public List<ClientQuota>? Quotas { get; set; }

    [JsonPropertyName("count")]
    public long? Total { get; set; }
}

/// <summary>Request body of 5.2.13, 5.2.15 and 5.2.16. Names that do not apply are sent empty, as in the reference.</summary>
internal sealed class ClientQuotaBody
{
    [JsonPropertyName("user")]
    public required string User { get; set; }

    [JsonPropertyName("client")]
    public required string Client { get; set; }

    [JsonPropertyName("user-default")]
    public required bool UserDefault { get; set; }

    [JsonPropertyName("client-default")]
    public required bool ClientDefault { get; set; }

    [JsonPropertyName("producer-byte-rate")]
    public long? ProducerByteRate { get; set; }

    [JsonPropertyName("consumer-byte-rate")]
    public long? ConsumerByteRate { get; set; }
}
