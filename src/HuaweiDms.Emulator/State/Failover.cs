using HuaweiDms.Emulator.Settings;

namespace HuaweiDms.Emulator.State;

/// <summary>
/// Elects leaders and tracks in-sync replicas when brokers stop and start, as Kafka's controller does. A leader is always in
/// sync, and the last replica in sync remains so even while it is down: the partition waits for it, because no other replica is
/// complete.
/// </summary>
internal static class Failover
{
    /// <summary>How long a replica takes to catch up.</summary>
    private static readonly TimeSpan CatchUpTime = TimeSpan.FromSeconds(30);

    /// <summary>How long leaders stay before leadership returns to the preferred ones; Kafka's default.</summary>
    private static readonly TimeSpan LeaderCheckTime = TimeSpan.FromMinutes(5);

    /// <summary>Stops a broker.</summary>
    public static void Stop(KafkaInstance instance, int broker)
    {
        bool wasController = instance.Controller == broker;
        instance.DownBrokers.Add(broker);
        instance.ReturningBrokers.RemoveAll(returning => returning.Broker == broker);
        if (wasController)
            instance.ActingController = instance.LiveBrokers[instance.LiveBrokers.Count - 1];
        foreach (TopicPartition partition in PartitionsOn(instance, broker))
        {
            if (partition.InSync.Any(other => other != broker))
                partition.Behind[broker] = partition.Behind.TryGetValue(broker, out long offset) ? offset : partition.EndOffset;
            if (partition.Leader == broker)
                Elect(partition, instance);
        }
    }

    /// <summary>Starts a broker. Partitions that waited for it get a leader immediately; its other replicas catch up first.</summary>
    public static void Start(KafkaInstance instance, int broker, DateTimeOffset now, ServiceTime time)
    {
        instance.DownBrokers.Remove(broker);
        foreach (TopicPartition partition in PartitionsOn(instance, broker).Where(partition => !partition.HasLeader))
            Elect(partition, instance);
        // Other brokers may have been up without a leader to catch up with.
        foreach (int behind in instance.LiveBrokers.Where(live => live == broker || PartitionsOn(instance, live).Any(partition => !partition.IsInSync(live))))
        {
            instance.ReturningBrokers.RemoveAll(returning => returning.Broker == behind);
            DateTimeOffset inSyncAt = time.After(now, CatchUpTime);
            instance.ReturningBrokers.Add(new() { Broker = behind, InSyncAt = inSyncAt, LeadsAt = time.After(inSyncAt, LeaderCheckTime) });
        }
    }

    /// <summary>Restores the normal state: all brokers up, all preferred leaders elected.</summary>
    public static void Restore(KafkaInstance instance)
    {
        instance.DownBrokers.Clear();
        instance.ReturningBrokers.Clear();
        instance.ActingController = null;
        foreach (TopicPartition partition in Partitions(instance))
        {
            partition.ActingLeader = null;
            partition.Behind.Clear();
        }
    }

    /// <summary>Brings the returning brokers up to date.</summary>
    public static void AdvanceTo(KafkaInstance instance, DateTimeOffset now)
    {
        foreach (ReturningBroker returning in instance.ReturningBrokers.Where(returning => returning.InSyncAt <= now))
        {
            foreach (TopicPartition partition in PartitionsOn(instance, returning.Broker).Where(partition => partition.HasLeader))
                partition.Behind.Remove(returning.Broker);
        }
        foreach (ReturningBroker returning in instance.ReturningBrokers.Where(returning => returning.LeadsAt <= now))
        {
            foreach (TopicPartition partition in PartitionsOn(instance, returning.Broker).Where(partition => partition.Replicas[0] == returning.Broker))
                Elect(partition, instance);
        }
        // A replica that finds no leader to catch up with keeps waiting for one.
        instance.ReturningBrokers.RemoveAll(returning => returning.LeadsAt <= now && PartitionsOn(instance, returning.Broker).All(partition => partition.IsInSync(returning.Broker)));
        // Unclean election may have been enabled in the meantime.
        if (instance.DownBrokers.Count > 0 && AllowsUnclean(instance))
        {
            foreach (TopicPartition partition in Partitions(instance).Where(partition => !partition.HasLeader))
                Elect(partition, instance);
        }
    }

    /// <summary>
    /// Elects the first replica that is up and in sync. If there is none, elects one that is merely up, provided that the
    /// instance allows unclean election; messages that it lacks are lost.
    /// </summary>
    public static void Elect(TopicPartition partition, KafkaInstance instance)
    {
        List<int> live = partition.Replicas.FindAll(instance.IsUp);
        List<int> able = live.FindAll(partition.IsInSync);
        if (able.Count == 0 && live.Count > 0 && AllowsUnclean(instance))
        {
            able = live;
            ElectUncleanly(partition, live[0]);
        }
        int leader = able.Count > 0 ? able[0] : TopicPartition.NoLeader;
        partition.ActingLeader = leader == partition.Replicas[0] ? null : leader;
    }

    private static void ElectUncleanly(TopicPartition partition, int broker)
    {
        partition.Truncate(partition.Behind[broker]);
        partition.Behind.Remove(broker);
        foreach (int other in partition.Replicas.Where(other => other != broker))
            partition.Behind[other] = partition.Behind.TryGetValue(other, out long offset) ? partition.Clamp(offset) : partition.EndOffset;
    }

    private static bool AllowsUnclean(KafkaInstance instance) => ConfigDefinition.ValueOf(instance, "unclean.leader.election.enable") == "true";

    private static IEnumerable<TopicPartition> Partitions(KafkaInstance instance) => instance.Topics.SelectMany(topic => topic.Partitions);

    private static IEnumerable<TopicPartition> PartitionsOn(KafkaInstance instance, int broker)
        => Partitions(instance).Where(partition => partition.Replicas.Contains(broker));
}
