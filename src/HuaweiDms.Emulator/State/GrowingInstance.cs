namespace HuaweiDms.Emulator.State;

/// <summary>What an instance becomes when a change of its size has ended (5.4.1).</summary>
internal sealed class GrowingInstance
{
    /// <summary>When it has ended.</summary>
    public DateTimeOffset At { get; set; }

    public int TotalStorageGB { get; set; }

    public int BrokerCount { get; set; }

    public string ProductId { get; set; } = string.Empty;

    /// <summary>Addresses of the new brokers.</summary>
    public List<string> PrivateAddresses { get; set; } = [];

    public List<string> PublicAddresses { get; set; } = [];
}
