using System.Globalization;
using System.Text;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Settings;
using HuaweiDms.Emulator.State;
using HuaweiDms.Emulator.Topics;

namespace HuaweiDms.Emulator.Messages;

/// <summary>Appends messages to a topic as the brokers would (5.5.1).</summary>
internal static class MessageProducer
{
    private const string KeyProperty = "KEY";
    private const string PartitionProperty = "PARTITION";
    private const int MaxNameLength = 249;

    /// <summary>Appends the message in a request.</summary>
    public static void Produce(KafkaInstance instance, JsonFields body, DateTimeOffset now)
    {
        string name = body.RequiredText("topic");
        string value = body.Text("body") ?? throw ServiceErrors.InvalidField("body");
        Dictionary<string, string> properties = ReadProperties(body);
        byte[]? key = properties.TryGetValue(KeyProperty, out string? text) ? Encoding.UTF8.GetBytes(text) : null;
        StoredMessage message = new() { Time = now, Key = key, Value = Encoding.UTF8.GetBytes(value) };

        KafkaTopic topic = FindOrCreate(instance, name, now);
        long limit = topic.Configs.TryGetValue("max.message.bytes", out string? own) ? Number(own) : Number(instance, "message.max.bytes");
        if (message.Size > limit)
            throw ServiceErrors.MessageTooLarge(message.Size, limit);
        TopicPartition partition = properties.TryGetValue(PartitionProperty, out string? number)
            ? Find(topic, number)
            : Partitioner.Choose(topic, key);
        if (!partition.HasLeader)
            throw ServiceErrors.NoLeader(topic.Name, partition.Number);
        if (topic.IsSyncReplication && partition.InSync.Count() < Number(instance, "min.insync.replicas"))
            throw ServiceErrors.TooFewInSync(topic.Name, partition.Number);
        partition.Append(message);
    }

    private static Dictionary<string, string> ReadProperties(JsonFields body)
    {
        Dictionary<string, string> properties = new(StringComparer.Ordinal);
        foreach (JsonFields property in body.Objects("property_list") ?? throw ServiceErrors.InvalidField("property_list"))
        {
            string name = property.RequiredText("name");
            if (name is not (KeyProperty or PartitionProperty))
                throw ServiceErrors.InvalidField("property_list");
            properties[name] = property.Text("value") ?? string.Empty;
        }
        return properties;
    }

    private static TopicPartition Find(KafkaTopic topic, string number)
        => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int partition)
            ? topic.FindPartition(partition) ?? throw ServiceErrors.InvalidField("property_list")
            : throw ServiceErrors.InvalidField("property_list");

    /// <summary>Creates a missing topic if the instance allows it, with the instance's defaults.</summary>
    private static KafkaTopic FindOrCreate(KafkaInstance instance, string name, DateTimeOffset now)
    {
        if (instance.FindTopic(name) is { } known)
            return known.IsSystem ? throw ServiceErrors.InvalidField("topic") : known;
        if (!instance.IsAutoTopicEnabled)
            throw ServiceErrors.NoSuchTopic();
        if (!IsName(name))
            throw ServiceErrors.InvalidTopicName();
        int partitions = (int)Number(instance, "num.partitions");
        if (partitions > TopicRules.RemainingPartitions(instance))
            throw ServiceErrors.NoPartitionsLeft();
        int replicas = (int)Math.Min(Number(instance, "default.replication.factor"), instance.BrokerCount);
        if (replicas > instance.LiveBrokers.Count)
            throw ServiceErrors.TooManyReplicas();
        KafkaTopic created = KafkaTopic.Create(name, partitions, replicas, instance.LiveBrokers, now);
        created.RetentionHours = (int)Number(instance, "log.retention.hours");
        instance.Topics.Add(created);
        return created;
    }

    /// <summary>Whether brokers accept this topic name; the rules of the service (5.5.2) are stricter.</summary>
    private static bool IsName(string name)
        => name.Length <= MaxNameLength && name is not ("." or "..")
            && name.All(letter => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-');

    private static long Number(KafkaInstance instance, string config) => Number(ConfigDefinition.ValueOf(instance, config));

    private static long Number(string value) => long.Parse(value, CultureInfo.InvariantCulture);
}
