using System.Text.Json;
using HuaweiDms.Emulator.Cluster;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Topics;

/// <summary>Partitions, producers and details of a topic: 5.5.6 to 5.5.8, and 7.2.2.1.</summary>
internal static class PartitionEndpoints
{
    /// <summary>The older call accepts fewer partitions than a topic can have.</summary>
    private const int MaxPartitionsPerCall = 100;

    /// <summary>The minimum interval between two calls of 5.5.8 for an instance.</summary>
    private static readonly TimeSpan DetailInterval = TimeSpan.FromSeconds(1);

    public static IEnumerable<Route> Routes =>
    [
        new("GET", "/v2/{project_id}/kafka/instances/{instance_id}/topics/{topic}/partitions", "ListTopicPartitions", "5.5.6", List),
        new("GET", "/v2/{project_id}/kafka/instances/{instance_id}/topics/{topic}/producers", "ListTopicProducers", "5.5.7", ListProducers),
        new("GET", "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}", "ShowInstanceTopicDetail", "5.5.8", ShowDetail),
        new("POST", "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/partitions-reassignment", "CreatePartition", "7.2.2.1", Grow),
    ];

    private static ResponseMessage List(RequestContext context)
        => List(context, "partitions", TopicRules.Find(context, TopicRules.FindInstance(context)).Partitions, (json, partition) =>
        {
            json.WriteNumber("partition", partition.Number);
            json.WriteNumber("start_offset", partition.StartOffset);
            json.WriteNumber("last_offset", partition.EndOffset);
            json.WriteNumber("message_count", partition.Messages.Count);
            json.WriteNumber("last_update_time", partition.LastAppend?.ToUnixTimeMilliseconds() ?? 0);
        });

    /// <summary>Skips producers connected to a broker that is down.</summary>
    private static ResponseMessage ListProducers(RequestContext context)
    {
        KafkaInstance instance = TopicRules.FindInstance(context);
        List<TopicProducer> connected = TopicRules.Find(context, instance).Producers
            .FindAll(producer => !instance.DownBrokers.Exists(broker => producer.BrokerAddress.StartsWith(instance.PrivateAddresses[broker] + ":", StringComparison.Ordinal)));
        return List(context, "producers", connected, (json, producer) =>
        {
            json.WriteString("producer_address", producer.Address);
            json.WriteString("broker_address", producer.BrokerAddress);
            json.WriteNumber("join_time", producer.JoinTime.ToUnixTimeMilliseconds());
        });
    }

    private static ResponseMessage List<T>(RequestContext context, string name, List<T> all, Action<Utf8JsonWriter, T> write)
    {
        List<T> page = Page.Of(context, all);
        return ResponseMessage.Object(200, json =>
        {
            json.WriteNumber("total", all.Count);
            json.WriteObjects(name, page, item => write(json, item));
        });
    }

    /// <summary>Rejects calls that come too soon after the previous one.</summary>
    private static ResponseMessage ShowDetail(RequestContext context)
    {
        KafkaInstance instance = ClusterEndpoints.FindResponding(context);
        if (instance.LastTopicDetail is { } last && context.Now < context.Service.Time.After(last, DetailInterval))
            throw ServiceErrors.FlowControl();
        instance.LastTopicDetail = context.Now;
        KafkaTopic topic = TopicRules.Find(context, instance);
        return ResponseMessage.Object(200, json =>
        {
            json.WriteString("topic", topic.Name);
            json.WriteObjects("partitions", topic.Partitions, partition => WriteReplicas(json, partition));
            json.WriteTexts(
                "group_subscribed",
                instance.ConsumerGroups.Where(group => group.Offsets.Exists(committed => committed.Topic == topic.Name)).Select(group => group.Name));
        });
    }

    private static void WriteReplicas(Utf8JsonWriter json, TopicPartition partition)
    {
        json.WriteNumber("partition", partition.Number);
        json.WriteNumber("leader", partition.Leader);
        json.WriteObjects("replicas", partition.Replicas, broker =>
        {
            json.WriteNumber("broker", broker);
            json.WriteBoolean("leader", broker == partition.Leader);
            json.WriteBoolean("in_sync", partition.IsInSync(broker));
            json.WriteNumber("size", partition.BytesOn(broker));
            json.WriteNumber("lag", partition.LagOn(broker));
        });
        json.WriteNumber("lso", partition.StartOffset);
        json.WriteNumber("leo", partition.EndOffset);
        json.WriteNumber("hw", partition.EndOffset);
        json.WriteNumber("last_update_timestamp", partition.LastAppend?.ToUnixTimeMilliseconds() ?? 0);
    }

    private static ResponseMessage Grow(RequestContext context)
    {
        KafkaInstance instance = ClusterEndpoints.FindResponding(context);
        KafkaTopic topic = TopicRules.Find(context, instance);
        int partitions = context.Body().Integer("partition") ?? throw ServiceErrors.InvalidField("partition");
        TopicChange.Grow(topic, instance, partitions, brokers: null, MaxPartitionsPerCall, context.Now);
        return ResponseMessage.NoContent();
    }
}
