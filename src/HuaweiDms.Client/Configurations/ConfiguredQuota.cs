namespace HuaweiDms;

/// <summary>A client quota in the configuration of an instance. Both rates apply: an unspecified rate is unlimited.</summary>
public sealed class ConfiguredQuota
{
    /// <summary>The user; null for all users or, with a client id, for any user of that client.</summary>
    public string? UserName { get; set; }

    /// <summary>The client id; null for all clients or, with a user, for any client of that user.</summary>
    public string? ClientId { get; set; }

    /// <summary>Whether the quota applies to every user that has no quota of its own.</summary>
    public bool? DefaultUser { get; set; }

    /// <summary>Whether the quota applies to every client that has no quota of its own.</summary>
    public bool? DefaultClient { get; set; }

    /// <summary>The maximum produce rate in bytes per second; null for unlimited.</summary>
    public long? ProducerByteRate { get; set; }

    /// <summary>The maximum consume rate in bytes per second; null for unlimited.</summary>
    public long? ConsumerByteRate { get; set; }

    /// <summary>Returns the rates.</summary>
    public override string ToString() => FormattableString.Invariant($"produce {DescribeRate(ProducerByteRate)}, consume {DescribeRate(ConsumerByteRate)}");

    /// <summary>Converts the quota to the form that the service takes.</summary>
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

    private static string DescribeRate(long? rate) => rate is { } bytes ? FormattableString.Invariant($"{bytes} bytes/s") : "without limit";
}
