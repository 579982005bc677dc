using System.Text.Json.Serialization;

namespace HuaweiDms.Emulator.State;

/// <summary>A topic and its partitions.</summary>
internal sealed class KafkaTopic
{
    public const int DefaultRetentionHours = 72;

    public string Name { get; set; } = string.Empty;

    public string Description { get; set; } = string.Empty;

    /// <summary>In the order of their numbers.</summary>
    public List<TopicPartition> Partitions { get; set; } = [];

    public int ReplicationFactor { get; set; }

    public int RetentionHours { get; set; } = DefaultRetentionHours;

    public bool IsSyncReplication { get; set; }

    public bool IsSyncFlush { get; set; }

    /// <summary>Other settings that were set, by name.</summary>
    public Dictionary<string, string> Configs { get; set; } = [];

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Who produces to it at the moment.</summary>
    public List<TopicProducer> Producers { get; set; } = [];

    /// <summary>Who may do what; empty where only the default decides.</summary>
    public List<TopicPolicy> Policies { get; set; } = [];

    /// <summary>Whether it is one of the service's own, which nobody may change.</summary>
    [JsonIgnore]
    public bool IsSystem => Name.StartsWith("__", StringComparison.Ordinal);

    public TopicPartition? FindPartition(int number) => number >= 0 && number < Partitions.Count ? Partitions[number] : null;

    /// <summary>Adds a partition whose replicas follow each other on the brokers that are up, as Kafka places them by default.</summary>
    public TopicPartition AddPartition(IReadOnlyList<int> brokers)
    {
        int number = Partitions.Count;
        TopicPartition partition = new()
        {
            Number = number,
            Replicas = [.. Enumerable.Range(0, ReplicationFactor).Select(copy => brokers[(number + copy) % brokers.Count])],
        };
        Partitions.Add(partition);
        return partition;
    }

    /// <summary>A topic without messages.</summary>
    public static KafkaTopic Create(string name, int partitions, int replicas, IReadOnlyList<int> brokers, DateTimeOffset now)
    {
        KafkaTopic topic = new() { Name = name, ReplicationFactor = replicas, CreatedAt = now };
        for (int number = 0; number < partitions; number++)
            topic.AddPartition(brokers);
        return topic;
    }

    /// <summary>What every instance has from its creation on.</summary>
    public static IEnumerable<KafkaTopic> SystemTopics(IReadOnlyList<int> brokers, DateTimeOffset now)
    {
        foreach (string name in new[] { "__consumer_offsets", "__trace" })
            yield return Create(name, partitions: 8, Math.Min(3, brokers.Count), brokers, now);
    }
}
