using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A topic to be created (5.5.2; v1.0: 7.1.1.7). What is null is left to the service.</summary>
public sealed class TopicSpecification
{
    /// <summary>The name: 3 to 200 letters, digits, dots, hyphens and underscores, a letter first; v1.0 takes 4 to 64 without dots.</summary>
    [JsonPropertyName("id")]
    public required string Name { get; set; }

    /// <summary>The number of partitions, 1 to 200; v1.0 takes 1 to 100.</summary>
    [JsonPropertyName("partition")]
    public int? PartitionCount { get; set; }

    /// <summary>How many brokers keep each partition, 1 to 3, and no more than there are.</summary>
    [JsonPropertyName("replication")]
    public int? ReplicationFactor { get; set; }

    /// <summary>How long messages are kept, 1 to 720 hours.</summary>
    [JsonPropertyName("retention_time")]
    public int? RetentionHours { get; set; }

    /// <summary>Whether a message counts as written only when all replicas have it.</summary>
    [JsonPropertyName("sync_replication")]
    public bool? SyncReplication { get; set; }

    /// <summary>Whether each message is put on the disk at once.</summary>
    [JsonPropertyName("sync_message_flush")]
    public bool? SyncFlush { get; set; }

    /// <summary>Other settings by name, such as <c>max.message.bytes</c>; v1.0 takes none.</summary>
    [JsonIgnore]
    public IDictionary<string, string>? Config { get; set; }

    /// <summary>Free text; v1.0 takes none.</summary>
    [JsonPropertyName("topic_desc")]
    public string? Description { get; set; }

    [JsonPropertyName("topic_other_configs")]
    [JsonInclude]
    internal IReadOnlyList<TopicConfigSetting>? ConfigSettings => TopicConfigSetting.From(Config);
}
