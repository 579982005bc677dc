using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>Reads a topic (5.5.3; v1.0: 7.1.1.8, where the name is the id).</summary>
internal sealed class TopicConverter() : ObjectConverter<Topic>(static () => new(), Fields)
{
    private static readonly TopicConfigConverter Configs = new();

    private static readonly FieldTable<Topic> Fields = new()
    {
        ["name"] = static (ref json, it) => it.Name = Text(ref json),
        ["partition"] = static (ref json, it) => it.PartitionCount = Int32(ref json),
        ["replication"] = static (ref json, it) => it.ReplicationFactor = Int32(ref json),
        ["retention_time"] = static (ref json, it) => it.RetentionHours = Int32(ref json),
        ["sync_replication"] = static (ref json, it) => it.SyncReplication = Boolean(ref json),
        ["sync_message_flush"] = static (ref json, it) => it.SyncFlush = Boolean(ref json),
        ["topic_other_configs"] = static (ref json, it) => it.ConfigDetails = Configs.ReadArray(ref json),
        ["topic_desc"] = static (ref json, it) => it.Description = Text(ref json),
        ["created_at"] = static (ref json, it) => it.CreatedAt = Time(ref json),
        ["topic_type"] = static (ref json, it) => it.TopicType = Int32(ref json),
        ["policiesOnly"] = static (ref json, it) => it.HasOnlyDefaultPolicy = Boolean(ref json),
        ["external_configs"] = static (ref json, it) => it.ExternalConfigs = Natural(ref json),
        ["id"] = static (ref json, it) => it.Name ??= Text(ref json),
    };
}
