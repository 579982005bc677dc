using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>
/// A client quota: how much a user, a client, or a client of a user may produce and consume (5.2.13 to 5.2.16). The service spells some
/// names with hyphens and newer models spell them with underscores; both are read.
/// </summary>
public sealed class ClientQuota : InstanceResource
{
    /// <summary>The user; null for all users or, with a client id, for any user of that client.</summary>
    [JsonPropertyName("user")]
    public string? UserName { get; set; }

    /// <summary>The client id; null for all clients or, with a user, for any client of that user.</summary>
    [JsonPropertyName("client")]
    public string? ClientId { get; set; }

    /// <summary>Whether the quota applies to every user that has no quota of its own.</summary>
    [JsonIgnore]
    public bool DefaultUser { get; set; }

    /// <summary>Whether the quota applies to every client that has no quota of its own.</summary>
    [JsonIgnore]
    public bool DefaultClient { get; set; }

    /// <summary>The maximum produce rate in bytes per second; null for unlimited.</summary>
    [JsonPropertyName("producer-byte-rate")]
    public long? ProducerByteRate { get; set; }

    /// <summary>The maximum consume rate in bytes per second; null for unlimited.</summary>
    [JsonPropertyName("consumer-byte-rate")]
    public long? ConsumerByteRate { get; set; }

    /// <summary>The background task that applies the change; null if the quota comes from a list.</summary>
    [JsonIgnore]
    public string? TaskId { get; set; }

    [JsonInclude]
    [JsonPropertyName("user-default")]
    internal bool? UserDefault
    {
        get => DefaultUser;
        set => DefaultUser |= value == true;
    }

    [JsonInclude]
    [JsonPropertyName("user_default")]
    internal bool? NewerUserDefault
    {
        get => null;
        set => UserDefault = value;
    }

    [JsonInclude]
    [JsonPropertyName("client-default")]
    internal bool? ClientDefault
    {
        get => DefaultClient;
        set => DefaultClient |= value == true;
    }

    [JsonInclude]
    [JsonPropertyName("client_default")]
    internal bool? NewerClientDefault
    {
        get => null;
        set => ClientDefault = value;
    }

    [JsonInclude]
    [JsonPropertyName("producer_byte_rate")]
    internal long? NewerProducerByteRate
    {
        get => null;
        set => ProducerByteRate ??= value;
    }

    [JsonInclude]
    [JsonPropertyName("consumer_byte_rate")]
    internal long? NewerConsumerByteRate
    {
        get => null;
        set => ConsumerByteRate ??= value;
    }

    /// <summary>Whether another quota applies to the same user and client, whose names are case-sensitive.</summary>
    /// <param name="other">The other quota.</param>
    public bool IsSameAs(ClientQuota other)
        => other is not null
            && Same(UserName, other.UserName)
            && Same(ClientId, other.ClientId)
            && (DefaultUser, DefaultClient) == (other.DefaultUser, other.DefaultClient);

    /// <summary>Returns the users and clients that the quota applies to.</summary>
    public override string ToString()
        => string.Join(", ", new[] { Describe("user", UserName, DefaultUser), Describe("client", ClientId, DefaultClient) }.Where(part => part is not null));

    private static string? Describe(string noun, string? name, bool all)
        => all ? $"all {noun}s" : string.IsNullOrEmpty(name) ? null : $"{noun} {name}";

    private static bool Same(string? one, string? other) => string.Equals(one ?? string.Empty, other ?? string.Empty, StringComparison.Ordinal);
}
