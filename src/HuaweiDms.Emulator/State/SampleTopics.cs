using System.Text;

namespace HuaweiDms.Emulator.State;

/// <summary>
/// Topics, messages and consumer groups of the sample instances. Names and offsets are fixed; times are relative to the clock, so
/// that a query for the last hour finds something.
/// </summary>
internal static class SampleTopics
{
    private const long GB = 1L << 30;

    /// <summary>The number of messages per partition, a few minutes apart.</summary>
    private const int MessagesPerPartition = 24;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    /// <summary>The topics, with their partitions and their share of the used space, in percent.</summary>
    private static readonly (string Name, string Description, int Partitions, int Share)[] TopicLayout =
    [
        ("orders", "Orders as they are placed", 6, 46), ("payments", string.Empty, 3, 27), ("audit-log", "Who did what", 3, 18), ("clicks", string.Empty, 6, 9),
    ];

    /// <summary>
    /// The space used by the messages of an instance in GB, including replicas. Instances that are not listed have no messages.
    /// </summary>
    private static readonly Dictionary<string, int> UsedGB = new()
    {
        ["kafka-prod"] = 611,
        ["kafka-prod-orders"] = 287,
        ["kafka-prod-payments"] = 402,
        ["kafka-analytics"] = 7340,
        ["kafka-staging"] = 118,
        ["kafka-test-01"] = 12,
        ["kafka-test-02"] = 9,
        ["kafka-test-perf"] = 1820,
        ["kafka-dev"] = 4,
        ["kafka-legacy"] = 25,
    };

    /// <summary>The groups, the topics they read, their lag per partition, and whether they have members.</summary>
    private static readonly (string Name, string Description, string[] Topics, int Behind, bool IsRunning)[] Groups =
    [
        ("billing", "Writes invoices", ["orders", "payments"], 2, true),
        ("fulfilment", string.Empty, ["orders"], 9, false),
        ("reporting", "Nightly", ["audit-log", "clicks"], MessagesPerPartition, false),
    ];

    /// <summary>The access policies, for instances that have such users.</summary>
    private static readonly (string Topic, string User, string Access)[] Permissions =
    [
        ("orders", "orders-writer", "pub"), ("orders", "billing", "sub"), ("payments", "billing", "all"), ("audit-log", "reporting", "sub"),
    ];

    /// <summary>Fills an instance. One without messages only gets the service's own topics.</summary>
    public static void Fill(KafkaInstance instance, DateTimeOffset now)
    {
        int copies = Math.Min(3, instance.BrokerCount);
        if (UsedGB.TryGetValue(instance.Name, out int used))
        {
            foreach ((string name, string description, int partitions, int share) in TopicLayout)
            {
                KafkaTopic topic = KafkaTopic.Create(name, partitions, copies, instance.LiveBrokers, instance.CreatedAt);
                topic.Description = description;
                foreach (TopicPartition partition in topic.Partitions)
                {
                    Write(topic, partition, now);
                    partition.Bytes = Math.Max(used * GB / 100 * share / partitions / copies, TopicPartition.EmptyBytes);
                }
                AddProducers(instance, topic, now);
                topic.Policies.AddRange(Permissions
                    .Where(permission => permission.Topic == name && instance.FindUser(permission.User) is not null)
                    .Select(permission => new TopicPolicy { User = permission.User, Access = permission.Access }));
                instance.Topics.Add(topic);
            }
            instance.ConsumerGroups.AddRange(Groups.Select(group => Create(instance, group)));
        }
        instance.Topics.AddRange(KafkaTopic.SystemTopics(instance.LiveBrokers, instance.CreatedAt));
    }

    /// <summary>Whether a message is binary and has no key, like those of producers with their own serialization.</summary>
    private static bool IsBinary(KafkaTopic topic, TopicPartition partition, int place)
        => topic.Name == "clicks" && partition.Number == topic.Partitions.Count - 1 && place == MessagesPerPartition - 1;

    private static void Write(KafkaTopic topic, TopicPartition partition, DateTimeOffset now)
    {
        partition.StartOffset = 1000L * (partition.Number + 1);
        for (int place = 0; place < MessagesPerPartition; place++)
        {
            int number = (place * topic.Partitions.Count) + partition.Number;
            partition.Append(new StoredMessage
            {
                Time = now - TimeSpan.FromTicks(Interval.Ticks * (MessagesPerPartition - place)),
                Key = IsBinary(topic, partition, place) ? null : Encoding.UTF8.GetBytes($"{topic.Name}-{number:0000}"),
                Value = IsBinary(topic, partition, place) ? [0x08, 0x96, 0x01, 0xFF, 0x00, 0xC3, 0x28] : Encoding.UTF8.GetBytes($$"""{"id":{{number}},"topic":"{{topic.Name}}","status":"{{(number % 7 == 0 ? "failed" : "ok")}}"}"""),
            });
        }
    }

    /// <summary>Adds two producers to a busy topic and one to the others. Nothing is connected to the audit log at the moment.</summary>
    private static void AddProducers(KafkaInstance instance, KafkaTopic topic, DateTimeOffset now)
    {
        int count = topic.Name == "audit-log" ? 0 : topic.Partitions.Count / 3;
        for (int number = 0; number < count; number++)
        {
            topic.Producers.Add(new()
            {
                Address = $"192.168.9.{10 + number}:{40000 + topic.Name.Length + number}",
                BrokerAddress = $"{instance.PrivateAddresses[number % instance.BrokerCount]}:{instance.AccessModes.PrivatePort}",
                JoinTime = now - TimeSpan.FromHours(number + 1),
            });
        }
    }

    private static ConsumerGroup Create(
        KafkaInstance instance, (string Name, string Description, string[] Topics, int Behind, bool IsRunning) sample)
    {
        ConsumerGroup group = new() { Name = sample.Name, Description = sample.Description, CreatedAt = instance.CreatedAt };
        List<KafkaTopic> topics = instance.Topics.FindAll(topic => sample.Topics.Contains(topic.Name));
        foreach (KafkaTopic topic in topics)
        {
            foreach (TopicPartition partition in topic.Partitions)
                group.Commit(topic.Name, partition.Number, partition.EndOffset - sample.Behind);
        }
        for (int member = 0; sample.IsRunning && member < 2; member++)
        {
            group.Members.Add(new()
            {
                Id = $"{sample.Name}-{member + 1}-{IdGenerator.ForName($"member/{instance.Name}/{sample.Name}/{member}")}",
                ClientId = $"{sample.Name}-{member + 1}",
                Host = $"/192.168.8.{10 + member}",
                Assignments =
                [
                    .. topics.Select(topic => new TopicAssignment
                    {
                        Topic = topic.Name,
                        Partitions = [.. topic.Partitions.Select(partition => partition.Number).Where(number => number % 2 == member)],
                    }),
                ],
            });
        }
        return group;
    }
}
