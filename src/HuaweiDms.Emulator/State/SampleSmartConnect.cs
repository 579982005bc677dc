using HuaweiDms.Emulator.SmartConnect;

namespace HuaweiDms.Emulator.State;

/// <summary>
/// The Smart Connect of the sample: a pay-per-use instance with a task in each state, and a yearly/monthly instance from before
/// September 2022.
/// </summary>
internal static class SampleSmartConnect
{
    /// <summary>The task limit of instances created before September 2022; the number is from the reference's example (7.2.4.4).</summary>
    private const int OlderTaskLimit = 9;

    private static readonly DateTimeOffset FirstDay = new(2024, 8, 5, 7, 30, 0, TimeSpan.Zero);

    /// <summary>Adds Smart Connect to instances that already have topics.</summary>
    public static void Fill(ProjectState project)
    {
        KafkaInstance main = project.Instances.Find(instance => instance.Name == "kafka-prod")!;
        KafkaInstance analytics = project.Instances.Find(instance => instance.Name == "kafka-analytics")!;
        Add(main, "orders-to-analytics", SmartConnectTask.Running, new()
        {
            Topics = ["orders"],
            KafkaSource = new()
            {
                CurrentClusterName = "prod",
                ClusterName = "analytics",
                Direction = "push",
                PeerId = analytics.Id,
                BootstrapServers = KafkaSource.ServersOf(analytics),
                ConsumerStrategy = "earliest",
                CompressionType = "lz4",
                RenamesTopics = true,
            },
        });
        Add(main, "audit-archive", SmartConnectTask.Paused, Archive("audit-log"));
        Add(main, "clicks-archive", SmartConnectTask.Waiting, Archive("clicks"));

        Add(analytics, "sessions-to-prod", SmartConnectTask.Running, new()
        {
            Topics = ["clicks"],
            RedisSource = new()
            {
                Address = "192.168.9.11:6379",
                Type = "standalone",
                DcsInstanceId = IdGenerator.ForName("redis/redis-session"),
                SyncMode = "CUSTOM_OFFSET",
                FullSyncWaitMs = 13000,
                FullSyncMaxRetry = 4,
            },
            RedisSink = new() { Address = "192.168.9.21:6379", Type = "standalone", DcsInstanceId = IdGenerator.ForName("redis/redis-prod") },
        });
        Add(analytics, "payments-archive", SmartConnectTask.Running, Archive("payments"));
        analytics.SmartConnect!.TaskLimit = OlderTaskLimit;
    }

    private static SmartConnectTask Archive(string topic) => new()
    {
        Topics = [topic],
        ObsSink = new() { Bucket = "kafka-archive", Path = topic, ConsumerStrategy = "earliest" },
    };

    private static void Add(KafkaInstance instance, string name, string status, SmartConnectTask task)
    {
        instance.SmartConnect ??= new() { Id = IdGenerator.ForName("connector/" + instance.Name) };
        task.Id = IdGenerator.ForName($"connector/{instance.Name}/{name}");
        task.Name = name;
        task.CreatedAt = FirstDay.AddDays(instance.SmartConnect.Tasks.Count);
        task.Lifecycle.Enter(status);
        if (status == SmartConnectTask.Paused)
            AddLag(task, instance);
        instance.SmartConnect.Tasks.Add(task);
    }

    /// <summary>Gives a paused task a lag of a few messages per partition.</summary>
    private static void AddLag(SmartConnectTask task, KafkaInstance instance)
    {
        foreach (KafkaTopic topic in task.TopicsOf(instance))
            task.Offsets.AddRange(topic.Partitions.Select(partition => new CommittedOffset
            {
                Topic = topic.Name,
                Partition = partition.Number,
                Offset = partition.Clamp(partition.EndOffset - 7),
            }));
    }
}
