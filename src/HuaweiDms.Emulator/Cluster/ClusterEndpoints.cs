using System.Text.Json;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Instances;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Cluster;

/// <summary>Brokers, coordinators and disk usage of an instance: 5.2.6, 5.2.7, 5.2.10.</summary>
internal static class ClusterEndpoints
{
    public static IEnumerable<Route> Routes =>
    [
        new("GET", "/v2/{project_id}/instances/{instance_id}/management/cluster", "ShowCluster", "5.2.6", Show),
        new("GET", "/v2/{project_id}/instances/{instance_id}/management/coordinators", "ShowCoordinators", "5.2.7", Coordinators),
        new("GET", "/v2/{project_id}/instances/{instance_id}/topics/diskusage", "ShowKafkaTopicPartitionDiskusage", "5.2.10", ShowDiskUsage),
    ];

    /// <summary>Finds the instance in the path and requires that its brokers respond.</summary>
    public static KafkaInstance FindResponding(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        return instance.IsResponding ? instance : throw ServiceErrors.WrongState();
    }

    private static ResponseMessage Show(RequestContext context)
    {
        KafkaInstance instance = FindResponding(context);
        return ResponseMessage.Object(200, json =>
        {
            json.WriteStartObject("cluster");
            json.WriteString("controller", WireText.Of(instance.Controller));
            json.WriteObjects("brokers", Enumerable.Range(0, instance.BrokerCount), broker => WriteBroker(json, instance, broker));
            WriteCounts(json, instance);
            json.WriteEndObject();
        });
    }

    private static ResponseMessage Coordinators(RequestContext context)
    {
        KafkaInstance instance = FindResponding(context);
        return ResponseMessage.Object(200, json => json.WriteObjects("coordinators", instance.ConsumerGroups, group =>
        {
            int broker = group.Coordinator(instance);
            json.WriteString("group_id", group.Name);
            json.WriteNumber("id", broker);
            json.WriteString("host", instance.PrivateAddresses[broker]);
            json.WriteNumber("port", instance.AccessModes.PrivatePort);
        }));
    }

    private static ResponseMessage ShowDiskUsage(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        DiskUsageFilter filter = DiskUsageFilter.Read(context);
        if (instance.Status is InstanceStatus.Creating or InstanceStatus.CreateFailed)
            throw ServiceErrors.WrongState();
        ILookup<int, TopicReplica> replicas = DiskUsage.Of(instance).ToLookup(replica => replica.Broker);
        return ResponseMessage.Object(200, json => json.WriteObjects(
            "broker_list",
            Enumerable.Range(0, instance.BrokerCount),
            broker => WriteDisk(json, instance, broker, replicas[broker], filter)));
    }

    private static void WriteBroker(Utf8JsonWriter json, KafkaInstance instance, int broker)
    {
        json.WriteString("host", instance.PrivateAddresses[broker]);
        json.WriteNumber("port", instance.AccessModes.PrivatePort);
        json.WriteString("broker_id", WireText.Of(broker));
        json.WriteBoolean("is_controller", broker == instance.Controller);
        json.WriteString("version", instance.EngineVersion);
        json.WriteNumber("register_time", instance.CreatedAt.ToUnixTimeMilliseconds());
        json.WriteBoolean("is_health", instance.IsUp(broker));
    }

    private static void WriteCounts(Utf8JsonWriter json, KafkaInstance instance)
    {
        List<TopicPartition> partitions = [.. instance.Topics.SelectMany(topic => topic.Partitions)];
        json.WriteNumber("topics_count", instance.Topics.Count);
        json.WriteNumber("partitions_count", partitions.Count);
        json.WriteNumber("online_partitions_count", partitions.Count(partition => partition.HasLeader));
        json.WriteNumber("replicas_count", partitions.Sum(partition => partition.Replicas.Count));
        json.WriteNumber("isr_replicas_count", partitions.Sum(partition => partition.InSync.Count()));
        json.WriteNumber("consumers_count", instance.ConsumerGroups.Count);
    }

    /// <summary>
    /// Writes the disk of one broker. The status for a broker that is down is a guess: the reference documents only the success
    /// status.
    /// </summary>
    private static void WriteDisk(Utf8JsonWriter json, KafkaInstance instance, int broker, IEnumerable<TopicReplica> replicas, DiskUsageFilter filter)
    {
        json.WriteString("broker_name", DiskUsage.BrokerName(broker));
        if (!instance.IsUp(broker))
        {
            json.WriteString("status", "Failed to get info");
            json.WriteObjects("topic_list", Array.Empty<TopicReplica>(), _ => { });
            return;
        }
        long size = DiskUsage.DiskBytesOf(instance);
        long used = replicas.Sum(replica => replica.Bytes);
        json.WriteString("data_disk_size", ByteSize.Format(size));
        json.WriteString("data_disk_use", ByteSize.Format(used));
        json.WriteString("data_disk_free", ByteSize.Format(Math.Max(size - used, 0)));
        json.WriteString("data_disk_use_percentage", WireText.Of((int)Math.Ceiling(DiskUsage.PercentOf(used, size))));
        json.WriteString("status", "Success get info");
        json.WriteObjects("topic_list", filter.Apply(replicas, size), replica =>
        {
            json.WriteString("size", ByteSize.Format(replica.Bytes));
            json.WriteString("topic_name", replica.Topic);
            json.WriteString("topic_partition", WireText.Of(replica.Partition));
            json.WriteNumber("percentage", DiskUsage.PercentOf(replica.Bytes, size));
        });
    }
}
