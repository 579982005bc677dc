namespace HuaweiDms;

/// <summary>A quota in the configuration of an instance. Both rates count: one that is not said is no limit.</summary>
public sealed class ConfiguredQuota
{
    /// <summary>The user; null where it is for all users, or whoever the user of a client is.</summary>
    public string? UserName { get; set; }

    /// <summary>The client id; null where it is for all clients, or whatever client a user has.</summary>
    public string? ClientId { get; set; }

    /// <summary>Whether it is for every user that has none of its own.</summary>
    public bool? DefaultUser { get; set; }

    /// <summary>Whether it is for every client that has none of its own.</summary>
    public bool? DefaultClient { get; set; }

    /// <summary>The most that may be produced, in bytes a second; null for as much as there is.</summary>
    public long? ProducerByteRate { get; set; }

    /// <summary>The most that may be consumed, in bytes a second; null for as much as there is.</summary>
    public long? ConsumerByteRate { get; set; }

    /// <summary>The rates.</summary>
    public override string ToString() => FormattableString.Invariant($"produce {Say(ProducerByteRate)}, consume {Say(ConsumerByteRate)}");

    /// <summary>The quota as the service is told of it.</summary>
    internal ClientQuota ToQuota() => new()
    {
        UserName = string.IsNullOrEmpty(UserName) ? null : UserName,
        ClientId = string.IsNullOrEmpty(ClientId) ? null : ClientId,
        DefaultUser = DefaultUser ?? false,
        DefaultClient = DefaultClient ?? false,
        ProducerByteRate = ProducerByteRate,
        ConsumerByteRate = ConsumerByteRate,
    };

    internal static ConfiguredQuota From(ClientQuota quota) => new()
    {
        UserName = quota.UserName,
        ClientId = quota.ClientId,
        DefaultUser = quota.DefaultUser ? true : null,
        DefaultClient = quota.DefaultClient ? true : null,
        ProducerByteRate = quota.ProducerByteRate,
        ConsumerByteRate = quota.ConsumerByteRate,
    };

    private static string Say(long? rate) => rate is { } bytes ? FormattableString.Invariant($"{bytes} bytes/s") : "without limit";
}
