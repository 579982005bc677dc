using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Topics;

/// <summary>A validated plan for the placement of replicas.</summary>
internal sealed class ReassignmentPlan
{
    private readonly List<(KafkaTopic Topic, Dictionary<int, List<int>> Replicas)> _topics = [];

    public IEnumerable<string> Topics => _topics.Select(item => item.Topic.Name);

    /// <summary>The bytes to copy to brokers that do not have them yet.</summary>
    public long BytesToMove => _topics.Sum(item => item.Replicas.Sum(move =>
    {
        TopicPartition partition = item.Topic.Partitions[move.Key];
        return partition.Bytes * move.Value.Except(partition.Replicas).Count();
    }));

    /// <summary>Adds a topic with an explicit assignment. Partitions that are not listed stay where they are.</summary>
    public void Add(KafkaInstance instance, string name, Dictionary<int, List<int>> replicas)
    {
        KafkaTopic topic = Find(instance, name);
        foreach (KeyValuePair<int, List<int>> move in replicas)
        {
            if (topic.FindPartition(move.Key) is null)
                throw ServiceErrors.InvalidParameter();
            CheckBrokers(instance, move.Value);
        }
        IEnumerable<int> counts = topic.Partitions.Select(partition => replicas.TryGetValue(partition.Number, out List<int>? wanted) ? wanted.Count : partition.Replicas.Count);
        if (counts.Distinct().Count() != 1)
            throw ServiceErrors.InvalidParameter();
        Add(instance, topic, replicas);
    }

    /// <summary>Adds a topic to be spread evenly over brokers.</summary>
    public void Spread(KafkaInstance instance, string name, List<int> brokers, int? replicas)
    {
        KafkaTopic topic = Find(instance, name);
        CheckBrokers(instance, brokers);
        int count = replicas ?? topic.ReplicationFactor;
        if (count < 1 || count > brokers.Count)
            throw ServiceErrors.TooManyReplicas();
        Add(instance, topic, topic.Partitions.ToDictionary(
            partition => partition.Number,
            partition => Enumerable.Range(0, count).Select(copy => brokers[(partition.Number + copy) % brokers.Count]).ToList()));
    }

    /// <summary>Starts or schedules the moves, which complete when their task ends.</summary>
    public void Start(KafkaInstance instance, BackgroundTask task)
        => instance.Moves.AddRange(_topics.Select(item => new PendingMove
        {
            BeginsAt = task.BeginsAt,
            At = task.EndsAt,
            TaskId = task.Id,
            Topic = item.Topic.Name,
            Replicas = item.Replicas,
        }));

    /// <summary>As in Kafka, a broker that is down cannot receive replicas but may keep those it has.</summary>
    private void Add(KafkaInstance instance, KafkaTopic topic, Dictionary<int, List<int>> replicas)
    {
        if (replicas.Any(move => move.Value.Except(topic.Partitions[move.Key].Replicas).Any(broker => !instance.IsUp(broker))))
            throw ServiceErrors.InvalidParameter();
        _topics.Add((topic, replicas));
    }

    private KafkaTopic Find(KafkaInstance instance, string name)
    {
        if (_topics.Exists(item => item.Topic.Name == name))
            throw ServiceErrors.InvalidField("reassignments");
        if (instance.Moves.Exists(move => move.Topic == name))
            throw ServiceErrors.TaskStillRunning();
        return instance.FindTopic(name) ?? throw ServiceErrors.NoSuchTopic();
    }

    private static void CheckBrokers(KafkaInstance instance, List<int> brokers)
    {
        if (brokers.Count == 0 || brokers.Distinct().Count() != brokers.Count || brokers.Exists(broker => broker < 0 || broker >= instance.BrokerCount))
            throw ServiceErrors.InvalidParameter();
    }
}
