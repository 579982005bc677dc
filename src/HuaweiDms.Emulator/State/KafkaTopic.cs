using System.Text.Json.Serialization;

namespace HuaweiDms.Emulator.State;

/// <summary>A topic and its partitions.</summary>
internal sealed class KafkaTopic
{
    public const int DefaultRetentionHours = 72;

    public string Name { get; set; } = string.Empty;

    public string Description { get; set; } = string.Empty;

    /// <summary>In ascending order.</summary>
    public List<TopicPartition> Partitions { get; set; } = [];

    public int ReplicationFactor { get; set; }

    public int RetentionHours { get; set; } = DefaultRetentionHours;

    public bool IsSyncReplication { get; set; }

    public bool IsSyncFlush { get; set; }

    /// <summary>Other changed settings, by name.</summary>
    public Dictionary<string, string> Configs { get; set; } = [];

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The connected producers.</summary>
    public List<TopicProducer> Producers { get; set; } = [];

    /// <summary>The access policies; empty if only the default applies.</summary>
    public List<TopicPolicy> Policies { get; set; } = [];

    /// <summary>Whether it belongs to the service and cannot be changed.</summary>
    [JsonIgnore]
    public bool IsSystem => Name.StartsWith("__", StringComparison.Ordinal);

    public TopicPartition? FindPartition(int number) => number >= 0 && number < Partitions.Count ? Partitions[number] : null;

    /// <summary>Adds a partition. Replicas are placed round-robin on the given brokers, as Kafka does by default.</summary>
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

    /// <summary>Creates an empty topic.</summary>
    public static KafkaTopic Create(string name, int partitions, int replicas, IReadOnlyList<int> brokers, DateTimeOffset now)
    {
        KafkaTopic topic = new() { Name = name, ReplicationFactor = replicas, CreatedAt = now };
        for (int number = 0; number < partitions; number++)
            topic.AddPartition(brokers);
        return topic;
    }

    /// <summary>The topics that every instance has from the start.</summary>
    public static IEnumerable<KafkaTopic> SystemTopics(IReadOnlyList<int> brokers, DateTimeOffset now)
    {
        foreach (string name in new[] { "__consumer_offsets", "__trace" })
            yield return Create(name, partitions: 8, Math.Min(3, brokers.Count), brokers, now);
    }
}
