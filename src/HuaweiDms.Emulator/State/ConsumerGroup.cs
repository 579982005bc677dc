using System.Text.Json.Serialization;

namespace HuaweiDms.Emulator.State;

/// <summary>A consumer group: what it has committed, and who is in it now.</summary>
internal sealed class ConsumerGroup
{
    public const string Stable = "STABLE";
    public const string Empty = "EMPTY";
    public const string Dead = "DEAD";
    public const string PreparingRebalance = "PREPARING_REBALANCE";

    /// <summary>How partitions are given to members: by turns.</summary>
    public const string Strategy = "roundrobin";

    public string Name { get; set; } = string.Empty;

    public string Description { get; set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; set; }

    public List<CommittedOffset> Offsets { get; set; } = [];

    public List<GroupMember> Members { get; set; } = [];

    /// <summary>When the partitions are given out anew; null while nobody joins or leaves.</summary>
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

    /// <summary>Messages that are still to be read in a partition; 0 where nothing is committed.</summary>
    public long Lag(string topic, TopicPartition log) => Find(topic, log.Number) is { } committed ? Math.Max(log.EndOffset - committed.Offset, 0) : 0;

    /// <summary>The broker that looks after the group, as the hash of its name chooses it; while that is down, the next one.</summary>
    public int Coordinator(KafkaInstance instance)
    {
        int usual = (int)((uint)Name.Aggregate(0, (hash, letter) => unchecked((hash * 31) + letter)) % (uint)instance.BrokerCount);
        return instance.LiveBrokers.OrderBy(broker => (broker - usual + instance.BrokerCount) % instance.BrokerCount).First();
    }

    /// <summary>Takes a member in; from the given moment on it reads.</summary>
    public void Join(GroupMember member, KafkaInstance instance, DateTimeOffset stableAt)
    {
        Members.Add(member);
        Rebalance(instance, stableAt);
    }

    /// <summary>Lets a member go; the others take over its partitions at the given moment.</summary>
    public void Leave(GroupMember member, KafkaInstance instance, DateTimeOffset stableAt)
    {
        Members.Remove(member);
        Rebalance(instance, stableAt);
    }

    /// <summary>Gives the partitions of a topic out anew, because some were added.</summary>
    public void TakeIn(KafkaTopic topic, KafkaInstance instance, DateTimeOffset now)
    {
        if (Readers(topic.Name).Count > 0)
            Rebalance(instance, now);
    }

    /// <summary>
    /// Brings the group to its state at this moment: who is gone, who has which partitions, how far they have read. What happened
    /// since the last time happens in its order, so that it does not matter how often anybody looks.
    /// </summary>
    public void Settle(KafkaInstance instance, DateTimeOffset now)
    {
        while (Members.Min(member => member.LeavesAt) is { } gone && gone <= now)
        {
            ReadOn(instance, gone);
            Members.RemoveAll(member => member.LeavesAt <= gone);
            Rebalance(instance, gone);
        }
        ReadOn(instance, now);
    }

    private void ReadOn(KafkaInstance instance, DateTimeOffset now)
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
        // Whoever leaves while others join does not make the group ready sooner.
        StableAt = Members.Count == 0 ? null : StableAt > stableAt ? StableAt : stableAt;
        foreach (string topic in Members.SelectMany(member => member.Assignments).Select(assigned => assigned.Topic).Distinct(StringComparer.Ordinal).ToList())
        {
            List<TopicAssignment> readers = Readers(topic);
            int count = instance.FindTopic(topic)?.Partitions.Count ?? 0;
            for (int turn = 0; turn < readers.Count; turn++)
                readers[turn].Partitions = [.. Enumerable.Range(0, count).Where(number => number % readers.Count == turn)];
        }
        foreach (GroupMember member in Members)
            member.Begin(this, instance, StableAt!.Value);
    }
}
