using System.Text.Json.Serialization;

namespace HuaweiDms.Emulator.State;

/// <summary>A consumer group: its committed offsets and current members.</summary>
internal sealed class ConsumerGroup
{
    public const string Stable = "STABLE";
    public const string Empty = "EMPTY";
    public const string Dead = "DEAD";
    public const string PreparingRebalance = "PREPARING_REBALANCE";

    /// <summary>The assignment strategy for partitions.</summary>
    public const string Strategy = "roundrobin";

    public string Name { get; set; } = string.Empty;

    public string Description { get; set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; set; }

    public List<CommittedOffset> Offsets { get; set; } = [];

    public List<GroupMember> Members { get; set; } = [];

    /// <summary>When a rebalance in progress completes; null if there is none.</summary>
    public DateTimeOffset? StableAt { get; set; }

    [JsonIgnore]
    public string State => Members.Count == 0 ? Empty : StableAt is null ? Stable : PreparingRebalance;

    public CommittedOffset? Find(string topic, int partition)
        => Offsets.Find(committed => committed.Partition == partition && committed.Topic == topic);

    public void Commit(string topic, int partition, long offset)
    {
        if (Find(topic, partition) is { } committed)
            committed.Offset = offset;
        else
            Offsets.Add(new() { Topic = topic, Partition = partition, Offset = offset });
    }

    /// <summary>The lag in a partition; 0 if no offset is committed.</summary>
    public long Lag(string topic, TopicPartition log) => Find(topic, log.Number) is { } committed ? Math.Max(log.EndOffset - committed.Offset, 0) : 0;

    /// <summary>The coordinator of the group, chosen by the hash of its name. If that broker is down, the next one takes over.</summary>
    public int Coordinator(KafkaInstance instance)
    {
        int usual = (int)((uint)Name.Aggregate(0, (hash, letter) => unchecked((hash * 31) + letter)) % (uint)instance.BrokerCount);
        return instance.LiveBrokers.OrderBy(broker => (broker - usual + instance.BrokerCount) % instance.BrokerCount).First();
    }

    /// <summary>Adds a member, which starts reading at the given time.</summary>
    public void Join(GroupMember member, KafkaInstance instance, DateTimeOffset stableAt)
    {
        Members.Add(member);
        Rebalance(instance, stableAt);
    }

    /// <summary>Removes a member; the others take over its partitions at the given time.</summary>
    public void Leave(GroupMember member, KafkaInstance instance, DateTimeOffset stableAt)
    {
        Members.Remove(member);
        Rebalance(instance, stableAt);
    }

    /// <summary>Keeps the members from reading until the brokers are back; then they rejoin.</summary>
    public void OnRestart(KafkaInstance instance, DateTimeOffset end) => Rebalance(instance, end);

    /// <summary>Reassigns the partitions of a topic after some were added.</summary>
    public void OnPartitionsAdded(KafkaTopic topic, KafkaInstance instance, DateTimeOffset now)
    {
        if (Readers(topic.Name).Count > 0)
            Rebalance(instance, now);
    }

    /// <summary>
    /// Brings the group up to date: expired members, assigned partitions, read messages. Events are replayed in order, so the
    /// result does not depend on how often this is called.
    /// </summary>
    public void AdvanceTo(KafkaInstance instance, DateTimeOffset now)
    {
        while (Members.Min(member => member.LeavesAt) is { } gone && gone <= now)
        {
            ReadUntil(instance, gone);
            Members.RemoveAll(member => member.LeavesAt <= gone);
            Rebalance(instance, gone);
        }
        ReadUntil(instance, now);
    }

    private void ReadUntil(KafkaInstance instance, DateTimeOffset now)
    {
        if (StableAt <= now)
            StableAt = null;
        if (StableAt is not null)
            return;
        foreach (GroupMember member in Members)
            member.Read(this, instance, now);
    }

    private List<TopicAssignment> Readers(string topic)
        => [.. Members.SelectMany(member => member.Assignments).Where(assigned => assigned.Topic == topic)];

    private void Rebalance(KafkaInstance instance, DateTimeOffset stableAt)
    {
        // A member that leaves while others join does not end the rebalance earlier.
        StableAt = Members.Count == 0 ? null : StableAt > stableAt ? StableAt : stableAt;
        foreach (string topic in Members.SelectMany(member => member.Assignments).Select(assigned => assigned.Topic).Distinct(StringComparer.Ordinal).ToList())
        {
            List<TopicAssignment> readers = Readers(topic);
            int count = instance.FindTopic(topic)?.Partitions.Count ?? 0;
            for (int turn = 0; turn < readers.Count; turn++)
                readers[turn].Partitions = [.. Enumerable.Range(0, count).Where(number => number % readers.Count == turn)];
        }
        foreach (GroupMember member in Members)
            member.StartReading(this, instance, StableAt!.Value);
    }
}
