using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Topics;

/// <summary>One of the topic changes of a request (5.5.4). A change that fails does not affect the others and reports why.</summary>
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

    /// <summary>Applies the change, completely or not at all.</summary>
    /// <returns>The reason for a failure; null on success.</returns>
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
                Grow(topic, instance, partitions, brokers, TopicRules.MaxPartitions, now);
            settings.Apply(topic, now);
            return null;
        }
        catch (ApiErrorException refusal)
        {
            return refusal.Message;
        }
    }

    /// <summary>Adds partitions, optionally on given brokers. Consumers of the topic get them immediately.</summary>
    public static void Grow(KafkaTopic topic, KafkaInstance instance, int partitions, List<int>? brokers, int max, DateTimeOffset now)
    {
        if (partitions < 1 || partitions > max)
            throw ServiceErrors.InvalidPartitionCount();
        // As in Kafka: during a move, the new partitions could get a different number of replicas.
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
            group.OnPartitionsAdded(topic, instance, now);
    }

    /// <summary>As in Kafka, a broker holds at most one replica of a partition. The reference does not mention this.</summary>
    private static void CheckBrokers(KafkaTopic topic, KafkaInstance instance, List<int> brokers)
    {
        if (brokers.Exists(broker => broker < 0 || broker >= instance.BrokerCount || !instance.IsUp(broker)))
            throw ServiceErrors.InvalidParameter();
        if (brokers.Distinct().Count() < topic.ReplicationFactor)
            throw ServiceErrors.TooManyReplicas();
    }
}
