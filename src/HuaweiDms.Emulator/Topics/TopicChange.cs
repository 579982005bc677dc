using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Topics;

/// <summary>A change of one topic among those of a request (5.5.4). One that cannot be made fails alone, and says why.</summary>
internal sealed class TopicChange
{
    private readonly JsonFields _fields;

    private TopicChange(JsonFields fields)
    {
        _fields = fields;
        Name = fields.RequiredText("id");
    }

    public string Name { get; }

    public static List<TopicChange> Read(JsonFields body)
    {
        List<TopicChange> changes = (body.Objects("topics") ?? []).ConvertAll(fields => new TopicChange(fields));
        return changes.Count > 0 ? changes : throw ServiceErrors.InvalidField("topics");
    }

    /// <summary>Makes the change, whole or not at all.</summary>
    /// <returns>Why it was not made; null when it was.</returns>
    public string? TryApply(KafkaInstance instance, DateTimeOffset now)
    {
        try
        {
            KafkaTopic topic = instance.FindTopic(Name) ?? throw ServiceErrors.NoSuchTopic();
            if (topic.IsSystem)
                throw ServiceErrors.InvalidParameter();
            TopicSettings settings = TopicSettings.Read(_fields);
            List<int>? brokers = _fields.Integers("new_partition_brokers");
            if (_fields.Integer("new_partition_numbers") is { } partitions)
                Grow(topic, instance, partitions, brokers, TopicRules.MostPartitions, now);
            settings.Apply(topic);
            return null;
        }
        catch (RefusalException refusal)
        {
            return refusal.Message;
        }
    }

    /// <summary>Adds partitions, on certain brokers where some are named. Whoever reads the topic gets them at once.</summary>
    public static void Grow(KafkaTopic topic, KafkaInstance instance, int partitions, List<int>? brokers, int most, DateTimeOffset now)
    {
        if (partitions < 1 || partitions > most)
            throw ServiceErrors.InvalidPartitionCount();
        // As Kafka has it: the new partitions could get another number of replicas than those that are on their way.
        if (instance.Moves.Exists(move => move.Topic == topic.Name))
            throw ServiceErrors.TaskStillRunning();
        int added = partitions - topic.Partitions.Count;
        if (added == 0)
            throw ServiceErrors.SamePartitionCount(topic.Partitions.Count);
        if (added < 0)
            throw ServiceErrors.InvalidParameter();
        if (added > TopicRules.RemainingPartitions(instance))
            throw ServiceErrors.NoPartitionsLeft();
        if (brokers is { Count: > 0 })
            CheckBrokers(topic, instance, brokers);
        else if (topic.ReplicationFactor > instance.LiveBrokers.Count)
            throw ServiceErrors.TooManyReplicas();
        for (int number = 0; number < added; number++)
        {
            TopicPartition partition = topic.AddPartition(instance.LiveBrokers);
            if (brokers is { Count: > 0 })
                partition.Replicas = [.. Enumerable.Range(0, topic.ReplicationFactor).Select(copy => brokers[(number + copy) % brokers.Count])];
        }
        foreach (ConsumerGroup group in instance.ConsumerGroups)
            group.TakeIn(topic, instance, now);
    }

    /// <summary>As Kafka has it, which puts two replicas of a partition on one broker never; the reference says nothing of it.</summary>
    private static void CheckBrokers(KafkaTopic topic, KafkaInstance instance, List<int> brokers)
    {
        if (brokers.Exists(broker => broker < 0 || broker >= instance.BrokerCount || !instance.IsUp(broker)))
            throw ServiceErrors.InvalidParameter();
        if (brokers.Distinct().Count() < topic.ReplicationFactor)
            throw ServiceErrors.TooManyReplicas();
    }
}
