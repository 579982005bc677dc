namespace HuaweiDms.Emulator.State;

/// <summary>A connected producer of a topic (5.5.7).</summary>
internal sealed class TopicProducer
{
    /// <summary>Address and port of the client.</summary>
    public string Address { get; set; } = string.Empty;

    /// <summary>Address and port of the connected broker.</summary>
    public string BrokerAddress { get; set; } = string.Empty;

    public DateTimeOffset JoinTime { get; set; }
}
