using System.Text.Json.Serialization;

namespace HuaweiDms.Emulator.State;

/// <summary>A consumer group: what it has committed, and who is in it now.</summary>
internal sealed class ConsumerGroup
{
    public const string Stable = "STABLE";
    public const string Empty = "EMPTY";
    public const string Dead = "DEAD";

    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public List<CommittedOffset> Offsets { get; set; } = [];

    public List<GroupMember> Members { get; set; } = [];

    [JsonIgnore]
    public string State => Members.Count > 0 ? Stable : Empty;

    public CommittedOffset? Find(string topic, int partition)
        => Offsets.Find(committed => committed.Partition == partition && committed.Topic == topic);

    public void Commit(string topic, int partition, long offset)
    {
        if (Find(topic, partition) is { } committed)
            committed.Offset = offset;
        else
            Offsets.Add(new() { Topic = topic, Partition = partition, Offset = offset });
    }

    /// <summary>The broker that looks after the group, as the hash of its name chooses it.</summary>
    public int Coordinator(int brokerCount)
        => (int)((uint)Name.Aggregate(0, static (hash, letter) => unchecked((hash * 31) + letter)) % (uint)brokerCount);
}
