using System.Text.Json;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.SmartConnect;

/// <summary>Writes tasks as Smart Connect tasks and as dump tasks. Secrets are not stored, so none can be shown.</summary>
internal static class SmartConnectTaskWriter
{
    public static void Write(Utf8JsonWriter json, SmartConnectTask task)
    {
        json.WriteString("task_name", task.Name);
        if (task.Topics.Count > 0)
            json.WriteString("topics", string.Join(",", task.Topics));
        if (task.TopicsRegex is not null)
            json.WriteString("topics_regex", task.TopicsRegex);
        WriteSource(json, task);
        WriteSink(json, task);
        json.WriteString("id", task.Id);
        json.WriteString("status", task.Status);
        json.WriteNumber("create_time", task.CreatedAt.ToUnixTimeMilliseconds());
    }

    public static void WriteSinkTask(Utf8JsonWriter json, SmartConnectTask task)
    {
        json.WriteString("task_name", task.Name);
        json.WriteString("destination_type", "OBS");
        json.WriteNumber("create_time", task.CreatedAt.ToUnixTimeMilliseconds());
        json.WriteString("status", task.Status);
        json.WriteString("topics", task.TopicsRegex ?? string.Join(",", task.Topics));
    }

    /// <summary>Writes numbers as strings.</summary>
    public static void WriteProgress(Utf8JsonWriter json, SmartConnectTask task, KafkaInstance instance)
        => json.WriteObjects("topics_info", task.TopicsOf(instance), topic =>
        {
            json.WriteString("topic", topic.Name);
            json.WriteObjects("partitions", topic.Partitions, partition =>
            {
                long offset = task.OffsetIn(topic, partition);
                json.WriteString("partition_id", WireText.Of(partition.Number));
                json.WriteString("status", task.Status);
                json.WriteString("last_transfer_offset", WireText.Of(offset));
                json.WriteString("log_end_offset", WireText.Of(partition.EndOffset));
                json.WriteString("lag", WireText.Of(partition.EndOffset - partition.Clamp(offset)));
            });
        });

    private static void WriteSource(Utf8JsonWriter json, SmartConnectTask task)
    {
        string kind = task.KafkaSource is not null ? KafkaSource.Kind : task.RedisSource is not null ? RedisSource.Kind : SmartConnectTask.NoEndpoint;
        json.WriteString("source_type", kind);
        if (kind == SmartConnectTask.NoEndpoint)
        {
            json.WriteNull("source_task");
            return;
        }
        json.WriteStartObject("source_task");
        task.KafkaSource?.Write(json);
        task.RedisSource?.Write(json);
        json.WriteEndObject();
    }

    private static void WriteSink(Utf8JsonWriter json, SmartConnectTask task)
    {
        string kind = task.ObsSink is not null ? ObsSink.Kind : task.RedisSink is not null ? RedisSink.Kind : SmartConnectTask.NoEndpoint;
        json.WriteString("sink_type", kind);
        if (kind == SmartConnectTask.NoEndpoint)
        {
            json.WriteNull("sink_task");
            return;
        }
        json.WriteStartObject("sink_task");
        task.ObsSink?.Write(json);
        task.ObsSink?.WriteConnectorFields(json);
        task.RedisSink?.Write(json);
        json.WriteEndObject();
    }
}
