using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>
/// How much a user, a client, or a client of a user may produce and consume (5.2.13 to 5.2.16). Whatever the service spells
/// with hyphens, newer models of it spell with underscores: both are read.
/// </summary>
public sealed class ClientQuota : InstanceResource
{
    /// <summary>The user; null where the quota is for all users, or whoever the user of a client is.</summary>
    [JsonPropertyName("user")]
    public string? UserName { get; set; }

    /// <summary>The client id; null where the quota is for all clients, or whatever client a user has.</summary>
    [JsonPropertyName("client")]
    public string? ClientId { get; set; }

    /// <summary>Whether it is for every user that has none of its own.</summary>
    [JsonIgnore]
    public bool DefaultUser { get; set; }

    /// <summary>Whether it is for every client that has none of its own.</summary>
    [JsonIgnore]
    public bool DefaultClient { get; set; }

    /// <summary>The most that may be produced, in bytes a second; null for as much as there is.</summary>
    [JsonPropertyName("producer-byte-rate")]
    public long? ProducerByteRate { get; set; }

    /// <summary>The most that may be consumed, in bytes a second; null for as much as there is.</summary>
    [JsonPropertyName("consumer-byte-rate")]
    public long? ConsumerByteRate { get; set; }

    /// <summary>The background task that makes the change; null where the quota was only listed.</summary>
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

    /// <summary>Whether another one is for the same user and client. Both are told apart by case.</summary>
    /// <param name="other">The other one.</param>
    public bool IsSameAs(ClientQuota other)
        => other is not null
            && Same(UserName, other.UserName)
            && Same(ClientId, other.ClientId)
            && (DefaultUser, DefaultClient) == (other.DefaultUser, other.DefaultClient);

    /// <summary>Whom it is for.</summary>
    public override string ToString()
        => string.Join(", ", new[] { Say("user", UserName, DefaultUser), Say("client", ClientId, DefaultClient) }.Where(part => part is not null));

    private static string? Say(string noun, string? name, bool all)
        => all ? $"all {noun}s" : string.IsNullOrEmpty(name) ? null : $"{noun} {name}";

    private static bool Same(string? one, string? other) => string.Equals(one ?? string.Empty, other ?? string.Empty, StringComparison.Ordinal);
}
