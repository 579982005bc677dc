using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>The properties of a topic to create (5.5.2; v1.0: 7.1.1.7). A null property is left to the service.</summary>
public sealed class TopicSpecification
{
    /// <summary>
    /// The name: 3 to 200 letters, digits, dots, hyphens and underscores, beginning with a letter; in v1.0 4 to 64 without dots.
    /// </summary>
    [JsonPropertyName("id")]
    public required string Name { get; set; }

    /// <summary>The number of partitions, 1 to 200; in v1.0 1 to 100.</summary>
    [JsonPropertyName("partition")]
    public int? PartitionCount { get; set; }

    /// <summary>The number of replicas of each partition, 1 to 3 and at most the number of brokers.</summary>
    [JsonPropertyName("replication")]
    public int? ReplicationFactor { get; set; }

    /// <summary>How long messages are retained, 1 to 720 hours.</summary>
    [JsonPropertyName("retention_time")]
    public int? RetentionHours { get; set; }

    /// <summary>Whether a message counts as written only when all replicas have it.</summary>
    [JsonPropertyName("sync_replication")]
    public bool? SyncReplication { get; set; }

    /// <summary>Whether each message is flushed to the disk immediately.</summary>
    [JsonPropertyName("sync_message_flush")]
    public bool? SyncFlush { get; set; }

    /// <summary>Other settings, by name, such as <c>max.message.bytes</c>; not supported in v1.0.</summary>
    [JsonIgnore]
    public IDictionary<string, string>? Config { get; set; }

    /// <summary>The description, as free text; not supported in v1.0.</summary>
    [JsonPropertyName("topic_desc")]
    public string? Description { get; set; }

    [JsonPropertyName("topic_other_configs")]
    [JsonInclude]
    internal IReadOnlyList<TopicConfigSetting>? ConfigSettings => TopicConfigSetting.From(Config);
}
