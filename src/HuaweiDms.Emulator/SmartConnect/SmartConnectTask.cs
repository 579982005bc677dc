using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.SmartConnect;

/// <summary>A task of Smart Connect. Dump tasks (7.2.4) are the ones that write to OBS, seen through an older window.</summary>
internal sealed class SmartConnectTask
{
    public const string Creating = "CREATING";
    public const string Running = "RUNNING";

    /// <summary>Never started.</summary>
    public const string Waiting = "WAITING";

    public const string Paused = "PAUSED";
    public const string Restarting = "RESTARTING";

    /// <summary>Not documented; stands for whatever the service says of a task that does not come up.</summary>
    public const string Failed = "FAILED";

    public const string NoSide = "NONE";

    public string Id { get; set; } = string.Empty;

    public string Name { get; set; } = string.Empty;

    /// <summary>By name; empty where they are found by <see cref="TopicsRegex"/> or named in a mapping alone.</summary>
    public List<string> Topics { get; set; } = [];

    public string? TopicsRegex { get; set; }

    public KafkaSide? KafkaSource { get; set; }

    public RedisSource? RedisSource { get; set; }

    public RedisSink? RedisSink { get; set; }

    public ObsSide? ObsSink { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public Lifecycle Lifecycle { get; set; } = new();

    [JsonIgnore]
    public string Status => Lifecycle.Status;

    /// <summary>How far it has come in partitions that it has seen.</summary>
    public List<CommittedOffset> Offsets { get; set; } = [];

    /// <summary>The topics of its own instance that it reads now.</summary>
    public IEnumerable<KafkaTopic> TopicsOf(KafkaInstance instance)
        => TopicsRegex is null
            ? instance.Topics.Where(topic => Topics.Contains(topic.Name))
            : instance.Topics.Where(topic => !topic.IsSystem && Pattern(TopicsRegex).IsMatch(topic.Name));

    /// <summary>The expression has to fit the whole name, as a consumer's subscription does.</summary>
    public static Regex Pattern(string expression)
        => new($@"\A(?:{expression})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>A running task has written everything there is.</summary>
    public void CatchUp(KafkaInstance instance)
    {
        if (Status != Running)
            return;
        Offsets.Clear();
        foreach (KafkaTopic topic in TopicsOf(instance))
            Offsets.AddRange(topic.Partitions.Select(partition
                => new CommittedOffset { Topic = topic.Name, Partition = partition.Number, Offset = partition.EndOffset }));
    }

    /// <summary>The offset up to which it has written; where it has not begun, the one it will begin at.</summary>
    public long OffsetIn(KafkaTopic topic, TopicPartition partition)
        => Offsets.Find(committed => committed.Topic == topic.Name && committed.Partition == partition.Number)?.Offset
            ?? (ObsSink?.ConsumerStrategy == "earliest" ? partition.StartOffset : partition.EndOffset);
}
