namespace HuaweiDms.Emulator.State;

/// <summary>How far a group has come in a partition.</summary>
internal sealed class CommittedOffset
{
    public string Topic { get; set; } = string.Empty;

    public int Partition { get; set; }

    /// <summary>Offset of the message that is read next.</summary>
    public long Offset { get; set; }
}
