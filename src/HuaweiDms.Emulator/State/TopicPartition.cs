using System.Text.Json.Serialization;

namespace HuaweiDms.Emulator.State;

/// <summary>
/// A partition: its replicas and its log. Messages are kept until they are deleted or the retention time of the topic is changed.
/// They do not expire as time passes: a state file that tests start from would be empty after a few days.
/// </summary>
internal sealed class TopicPartition
{
    /// <summary>The disk space of an empty partition.</summary>
    public const long EmptyBytes = 8 << 10;

    /// <summary>Kafka's number for "no leader".</summary>
    public const int NoLeader = -1;

    public int Number { get; set; }

    /// <summary>The brokers of its replicas, the preferred leader first.</summary>
    public List<int> Replicas { get; set; } = [];

    /// <summary>The broker that leads instead of the preferred one, or <see cref="NoLeader"/>; null if the preferred one leads.</summary>
    public int? ActingLeader { get; set; }

    /// <summary>The brokers whose replicas are out of sync, each with its next offset.</summary>
    public Dictionary<int, long> Behind { get; set; } = [];

    [JsonIgnore]
    public int Leader => ActingLeader ?? Replicas[0];

    /// <summary>Whether it can be written and read.</summary>
    [JsonIgnore]
    public bool HasLeader => Leader != NoLeader;

    [JsonIgnore]
    public IEnumerable<int> InSync => Replicas.Where(IsInSync);

    /// <summary>The offset of the earliest message; in an empty log, that of the next one.</summary>
    public long StartOffset { get; set; }

    public List<StoredMessage> Messages { get; set; } = [];

    /// <summary>The offset of the next message.</summary>
    [JsonIgnore]
    public long EndOffset => StartOffset + Messages.Count;

    /// <summary>The disk space on each broker whose replica is in sync.</summary>
    public long Bytes { get; set; } = EmptyBytes;

    /// <summary>When a message was last appended; null for an empty log.</summary>
    [JsonIgnore]
    public DateTimeOffset? LastAppend => Messages.Count == 0 ? null : Messages[Messages.Count - 1].Time;

    /// <summary>Appends a message and returns its offset.</summary>
    public long Append(StoredMessage message)
    {
        Messages.Add(message);
        Bytes += message.Size;
        return EndOffset - 1;
    }

    public bool IsInSync(int broker) => !Behind.ContainsKey(broker);

    /// <summary>The number of messages that a broker's replica lacks.</summary>
    public long LagOn(int broker) => Behind.TryGetValue(broker, out long offset) ? EndOffset - Clamp(offset) : 0;

    /// <summary>The disk space of a broker's replica.</summary>
    public long BytesOn(int broker)
        => Math.Max(Bytes - Messages.Skip(Messages.Count - (int)LagOn(broker)).Sum(message => (long)message.Size), EmptyBytes);

    /// <summary>The message at an offset; null if the log does not have it.</summary>
    public StoredMessage? At(long offset)
        => offset >= StartOffset && offset < EndOffset ? Messages[(int)(offset - StartOffset)] : null;

    /// <summary>The offset of the first message at or after a time; the end offset if there is none.</summary>
    public long OffsetAt(DateTimeOffset time)
    {
        int place = Messages.FindIndex(message => message.Time >= time);
        return place < 0 ? EndOffset : StartOffset + place;
    }

    /// <summary>The nearest offset from the start to the end of the log.</summary>
    public long Clamp(long offset) => Math.Min(Math.Max(offset, StartOffset), EndOffset);

    /// <summary>Removes all messages from an offset onwards.</summary>
    public void Truncate(long offset)
    {
        int kept = (int)(Clamp(offset) - StartOffset);
        Bytes = Math.Max(Bytes - Messages.Skip(kept).Sum(message => (long)message.Size), EmptyBytes);
        Messages.RemoveRange(kept, Messages.Count - kept);
    }

    /// <summary>Deletes all messages before an offset; the space shrinks in proportion.</summary>
    public void DeleteBefore(long offset)
    {
        int count = (int)(Clamp(offset) - StartOffset);
        if (count == 0)
            return;
        Bytes -= (Bytes - EmptyBytes) / Messages.Count * count;
        Messages.RemoveRange(0, count);
        StartOffset += count;
    }
}
