namespace HuaweiDms.Emulator.State;

/// <summary>The new size of an instance when a resize completes (5.4.1).</summary>
internal sealed class PendingResize
{
    /// <summary>When the resize completes.</summary>
    public DateTimeOffset At { get; set; }

    public int TotalStorageGB { get; set; }

    public int BrokerCount { get; set; }

    public string ProductId { get; set; } = string.Empty;

    /// <summary>The addresses of the new brokers.</summary>
    public List<string> PrivateAddresses { get; set; } = [];

    public List<string> PublicAddresses { get; set; } = [];
}
