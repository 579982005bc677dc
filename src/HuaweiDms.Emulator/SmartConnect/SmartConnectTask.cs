using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.SmartConnect;

/// <summary>A Smart Connect task. Dump tasks (7.2.4) are those that write to OBS, accessed through an older API.</summary>
internal sealed class SmartConnectTask
{
    public const string Creating = "CREATING";
    public const string Running = "RUNNING";

    /// <summary>Never started.</summary>
    public const string Waiting = "WAITING";

    public const string Paused = "PAUSED";
    public const string Restarting = "RESTARTING";

    /// <summary>Not documented; stands for the state of a task that fails to start.</summary>
    public const string Failed = "FAILED";

    public const string NoEndpoint = "NONE";

    public string Id { get; set; } = string.Empty;

    public string Name { get; set; } = string.Empty;

    /// <summary>The topic names; empty if the topics are selected by <see cref="TopicsRegex"/> or only named in a mapping.</summary>
    public List<string> Topics { get; set; } = [];

    public string? TopicsRegex { get; set; }

    public KafkaSource? KafkaSource { get; set; }

    public RedisSource? RedisSource { get; set; }

    public RedisSink? RedisSink { get; set; }

    public ObsSink? ObsSink { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public Lifecycle Lifecycle { get; set; } = new();

    [JsonIgnore]
    public string Status => Lifecycle.Status;

    /// <summary>The offsets up to which it has written, per partition.</summary>
    public List<CommittedOffset> Offsets { get; set; } = [];

    /// <summary>The topics of its own instance that it currently reads.</summary>
    public IEnumerable<KafkaTopic> TopicsOf(KafkaInstance instance)
        => TopicsRegex is null
            ? instance.Topics.Where(topic => Topics.Contains(topic.Name))
            : instance.Topics.Where(topic => !topic.IsSystem && Pattern(TopicsRegex).IsMatch(topic.Name));

    /// <summary>The expression must match the whole name, as in a consumer's subscription.</summary>
    public static Regex Pattern(string expression)
        => new($@"\A(?:{expression})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Brings the offsets up to date: a running task has written everything.</summary>
    public void CatchUp(KafkaInstance instance)
    {
        if (Status != Running)
            return;
        Offsets.Clear();
        foreach (KafkaTopic topic in TopicsOf(instance))
            Offsets.AddRange(topic.Partitions.Select(partition
                => new CommittedOffset { Topic = topic.Name, Partition = partition.Number, Offset = partition.EndOffset }));
    }

    /// <summary>The offset up to which it has written; before it has started, the offset at which it will.</summary>
    public long OffsetIn(KafkaTopic topic, TopicPartition partition)
        => Offsets.Find(committed => committed.Topic == topic.Name && committed.Partition == partition.Number)?.Offset
            ?? (ObsSink?.ConsumerStrategy == "earliest" ? partition.StartOffset : partition.EndOffset);
}
