using System.Text.RegularExpressions;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Topics;

/// <summary>A validated request for a new topic (5.5.2, 7.1.1.7).</summary>
internal sealed class TopicCreation
{
    private const int DefaultCount = 3;
    private const int MaxReplicas = 3;
    private const int MaxPartitionsV1 = 100;

    private static readonly Regex NamePattern = CreatePattern("^[A-Za-z][A-Za-z0-9._-]{2,199}$");
    private static readonly Regex NamePatternV1 = CreatePattern("^[A-Za-z][A-Za-z0-9_-]{3,63}$");

    private string Name { get; init; } = string.Empty;

    private int Partitions { get; init; }

    private int Replicas { get; init; }

    private TopicSettings Settings { get; init; } = new();

    public static TopicCreation Read(JsonFields body, KafkaInstance instance, bool isV1) => new()
    {
        Name = ReadName(body, isV1),
        Partitions = ReadPartitions(body.Integer("partition"), isV1 ? MaxPartitionsV1 : TopicRules.MaxPartitions),
        Replicas = ReadReplicas(body.Integer("replication"), instance),
        Settings = TopicSettings.Read(body),
    };

    /// <summary>Creates the topic.</summary>
    public KafkaTopic Create(KafkaInstance instance, DateTimeOffset now)
    {
        if (instance.FindTopic(Name) is not null)
            throw ServiceErrors.TopicExists(Name);
        if (Partitions > TopicRules.RemainingPartitions(instance))
            throw ServiceErrors.NoPartitionsLeft();
        KafkaTopic topic = KafkaTopic.Create(Name, Partitions, Replicas, instance.LiveBrokers, now);
        Settings.Apply(topic, now);
        instance.Topics.Add(topic);
        return topic;
    }

    private static string ReadName(JsonFields body, bool isV1)
    {
        string name = body.RequiredText("id");
        return (isV1 ? NamePatternV1 : NamePattern).IsMatch(name) && name[name.Length - 1] != '\n' ? name : throw ServiceErrors.InvalidTopicName();
    }

    private static int ReadPartitions(int? given, int max)
    {
        int count = given ?? DefaultCount;
        return count >= 1 && count <= max ? count : throw ServiceErrors.InvalidPartitionCount();
    }

    /// <summary>The default is three, or fewer with fewer brokers. Each replica needs a broker that is up.</summary>
    private static int ReadReplicas(int? given, KafkaInstance instance)
    {
        int count = given ?? Math.Min(DefaultCount, instance.BrokerCount);
        if (count is < 1 or > MaxReplicas)
            throw ServiceErrors.InvalidReplicaCount();
        return count <= instance.LiveBrokers.Count ? count : throw ServiceErrors.TooManyReplicas();
    }

    private static Regex CreatePattern(string pattern) => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
