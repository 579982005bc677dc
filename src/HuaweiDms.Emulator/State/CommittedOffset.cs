namespace HuaweiDms.Emulator.State;

/// <summary>The committed offset of a group in a partition.</summary>
internal sealed class CommittedOffset
{
    public string Topic { get; set; } = string.Empty;

    public int Partition { get; set; }

    /// <summary>The offset of the next message to read.</summary>
    public long Offset { get; set; }
}
