using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Messages;

/// <summary>A message with its topic, partition and offset.</summary>
internal sealed record FoundMessage(KafkaTopic Topic, int Partition, long Offset, StoredMessage Message)
{
    /// <summary>Values longer than this number of bytes are truncated unless they are downloaded (user guide, message query).</summary>
    public const int MaxShownBytes = 4096;

    public bool IsHuge => Message.Value.Length > MaxShownBytes;
}
