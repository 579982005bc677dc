namespace HuaweiDms.Emulator.State;

/// <summary>The limits for a user, a client, or a client of a user. Names that do not apply are empty.</summary>
internal sealed class ClientQuota
{
    public string User { get; set; } = string.Empty;

    public string Client { get; set; } = string.Empty;

    public bool IsUserDefault { get; set; }

    public bool IsClientDefault { get; set; }

    /// <summary>In bytes per second.</summary>
    public long? ProducerByteRate { get; set; }

    /// <summary>In bytes per second.</summary>
    public long? ConsumerByteRate { get; set; }

    public bool IsFor(ClientQuota other)
        => (User, Client, IsUserDefault, IsClientDefault) == (other.User, other.Client, other.IsUserDefault, other.IsClientDefault);
}
