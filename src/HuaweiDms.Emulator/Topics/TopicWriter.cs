using System.Text.Json;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Topics;

/// <summary>Writes topics for the lists. Some booleans are strings, as in the reference's examples.</summary>
internal static class TopicWriter
{
    /// <summary>Writes a topic of 5.5.3.</summary>
    public static void Write(Utf8JsonWriter json, KafkaTopic topic)
    {
        json.WriteString("name", topic.Name);
        WriteCommon(json, topic);
        json.WriteObjects("topic_other_configs", TopicConfigDefinition.All, config =>
        {
            json.WriteString("name", config.Name);
            json.WriteString("valid_values", config.ValidValues);
            json.WriteString("default_value", config.DefaultValue);
            json.WriteString("config_type", "dynamic");
            json.WriteString("value", config.ValueOf(topic));
            json.WriteString("value_type", config.ValueType);
        });
        json.WriteString("topic_desc", topic.Description);
        json.WriteNumber("created_at", topic.CreatedAt.ToUnixTimeMilliseconds());
    }

    /// <summary>Writes a topic of 7.1.1.8.</summary>
    public static void WriteV1(Utf8JsonWriter json, KafkaTopic topic)
    {
        json.WriteString("id", topic.Name);
        WriteCommon(json, topic);
    }

    private static void WriteCommon(Utf8JsonWriter json, KafkaTopic topic)
    {
        json.WriteBoolean("policiesOnly", topic.Policies.Count == 0);
        json.WriteNumber("replication", topic.ReplicationFactor);
        json.WriteNumber("partition", topic.Partitions.Count);
        json.WriteNumber("retention_time", topic.RetentionHours);
        json.WriteString("sync_replication", topic.IsSyncReplication ? "true" : "false");
        json.WriteString("sync_message_flush", topic.IsSyncFlush ? "true" : "false");
        json.WriteStartObject("external_configs");
        json.WriteEndObject();
        json.WriteNumber("topic_type", topic.IsSystem ? 1 : 0);
    }
}
