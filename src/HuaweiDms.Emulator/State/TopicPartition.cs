using System.Text.Json.Serialization;

namespace HuaweiDms.Emulator.State;

/// <summary>
/// A partition: where its replicas are, and its log. Messages are kept until they are deleted; time does not remove them,
/// because a clock that runs fast would empty every topic at once.
/// </summary>
internal sealed class TopicPartition
{
    /// <summary>What the files of a partition take that holds nothing.</summary>
    public const long EmptyBytes = 8 << 10;

    /// <summary>The number that Kafka gives where no broker leads.</summary>
    public const int NoLeader = -1;

    public int Number { get; set; }

    /// <summary>The brokers that keep it, the preferred leader first.</summary>
    public List<int> Replicas { get; set; } = [];

    /// <summary>The broker that leads in place of the preferred one, or <see cref="NoLeader"/>; null where that one does.</summary>
    public int? ActingLeader { get; set; }

    /// <summary>The brokers whose replicas are not in sync, each with the offset that its next message has.</summary>
    public Dictionary<int, long> Behind { get; set; } = [];

    [JsonIgnore]
    public int Leader => ActingLeader ?? Replicas[0];

    /// <summary>Whether anybody can write to it and read from it.</summary>
    [JsonIgnore]
    public bool HasLeader => Leader != NoLeader;

    [JsonIgnore]
    public IEnumerable<int> InSync => Replicas.Where(IsInSync);

    /// <summary>Offset of the earliest message that is kept, or of the next one where none is.</summary>
    public long StartOffset { get; set; }

    public List<StoredMessage> Messages { get; set; } = [];

    /// <summary>Offset that the next message gets.</summary>
    [JsonIgnore]
    public long EndOffset => StartOffset + Messages.Count;

    /// <summary>Bytes on the disk of each broker that keeps it and is in sync.</summary>
    public long Bytes { get; set; } = EmptyBytes;

    /// <summary>When something was last appended; null where nothing is kept.</summary>
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

    /// <summary>How many messages a broker's replica lacks.</summary>
    public long LagOn(int broker) => Behind.TryGetValue(broker, out long offset) ? EndOffset - Clamp(offset) : 0;

    /// <summary>Bytes on the disk of a broker that keeps it.</summary>
    public long BytesOn(int broker)
        => Math.Max(Bytes - Messages.Skip(Messages.Count - (int)LagOn(broker)).Sum(message => (long)message.Size), EmptyBytes);

    /// <summary>The message at an offset; null where none is kept.</summary>
    public StoredMessage? At(long offset)
        => offset >= StartOffset && offset < EndOffset ? Messages[(int)(offset - StartOffset)] : null;

    /// <summary>The offset of the first message at or after a time; the end where there is none.</summary>
    public long OffsetAt(DateTimeOffset time)
    {
        int place = Messages.FindIndex(message => message.Time >= time);
        return place < 0 ? EndOffset : StartOffset + place;
    }

    /// <summary>The nearest offset that the log has or will have next.</summary>
    public long Clamp(long offset) => Math.Min(Math.Max(offset, StartOffset), EndOffset);

    /// <summary>Loses every message from an offset on.</summary>
    public void Truncate(long offset)
    {
        int kept = (int)(Clamp(offset) - StartOffset);
        Bytes = Math.Max(Bytes - Messages.Skip(kept).Sum(message => (long)message.Size), EmptyBytes);
        Messages.RemoveRange(kept, Messages.Count - kept);
    }

    /// <summary>Deletes every message before an offset; the space goes in proportion.</summary>
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
