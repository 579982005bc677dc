using System.Text.Json;
using HuaweiDms.Emulator.Cluster;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Catalog;

/// <summary>Writes the monitored objects and metrics of an instance in the Cloud Eye hierarchy (5.12.4).</summary>
internal static class MetricHierarchyWriter
{
    private static readonly string[] InstanceMetrics = ["current_partitions", "current_topics", "group_messages"];

    private static readonly string[] BrokerMetrics =
    [
        "broker_data_size", "broker_messages_in_rate", "broker_bytes_out_rate", "broker_bytes_in_rate", "broker_produce_mean",
        "broker_fetch_mean",
    ];

    private static readonly string[] TopicMetrics
        = ["topic_data_size", "topic_messages_in_rate", "topic_bytes_out_rate", "topic_bytes_in_rate", "topic_messages"];

    public static void Write(Utf8JsonWriter json, KafkaInstance instance)
    {
        json.WriteStartArray("dimensions");
        WriteDimension(json, "kafka_instance_id", InstanceMetrics, ["instance_ids"], ["kafka_instance_id"]);
        WriteDimension(json, "kafka_broker", BrokerMetrics, ["nodes"], ["kafka_instance_id", "kafka_broker"]);
        WriteDimension(json, "kafka_topics", TopicMetrics, ["queues"], ["kafka_instance_id", "kafka_topics"], WritePartitions);
        WriteDimension(
            json,
            "kafka_groups_partitions",
            ["messages_consumed", "messages_remained"],
            ["groups", "queues", "partitions"],
            ["kafka_instance_id", "kafka_groups", "kafka_groups_topics", "kafka_groups_partitions"]);
        json.WriteEndArray();
        WriteNames(json, "instance_ids", [instance.Id]);
        WriteNames(json, "nodes", Enumerable.Range(0, instance.BrokerCount).Select(DiskUsage.BrokerName));
        WriteTopics(json, instance.Topics);
        json.WriteObjects("groups", instance.ConsumerGroups, group =>
        {
            json.WriteString("name", group.Name);
            WriteTopics(json, instance.Topics.Where(topic => group.Offsets.Exists(committed => committed.Topic == topic.Name)));
        });
    }

    private static void WritePartitions(Utf8JsonWriter json)
    {
        json.WriteStartArray("children");
        WriteDimension(
            json,
            "kafka_partitions",
            ["produced_messages", "partition_messages"],
            ["queues", "partitions"],
            ["kafka_instance_id", "kafka_topics", "kafka_partitions"]);
        json.WriteEndArray();
    }

    private static void WriteDimension(
        Utf8JsonWriter json, string name, string[] metrics, string[] keys, string[] route, Action<Utf8JsonWriter>? children = null)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteTexts("metrics", metrics);
        json.WriteTexts("key_name", keys);
        json.WriteTexts("dim_router", route);
        children?.Invoke(json);
        json.WriteEndObject();
    }

    private static void WriteTopics(Utf8JsonWriter json, IEnumerable<KafkaTopic> topics) => json.WriteObjects("queues", topics, topic =>
    {
        json.WriteString("name", topic.Name);
        WriteNames(json, "partitions", topic.Partitions.Select(partition => WireText.Of(partition.Number)));
    });

    private static void WriteNames(Utf8JsonWriter json, string list, IEnumerable<string> names)
        => json.WriteObjects(list, names, name => json.WriteString("name", name));
}
