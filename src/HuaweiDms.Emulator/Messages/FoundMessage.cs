using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Messages;

/// <summary>A message where it was found.</summary>
internal sealed record FoundMessage(KafkaTopic Topic, int Partition, long Offset, StoredMessage Message)
{
    /// <summary>More than so many bytes of a value are shown in part, unless they are downloaded (user guide, message query).</summary>
    public const int LargestShown = 4096;

    public bool IsHuge => Message.Value.Length > LargestShown;
}
