using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A change of a topic (5.5.4). A null property is left unchanged.</summary>
public sealed class TopicUpdate
{
    /// <summary>The name of the topic.</summary>
    [JsonPropertyName("id")]
    public required string Name { get; set; }

    /// <summary>
    /// The new number of partitions, larger than the current number and at most 200. The service treats the current number as an error.
    /// </summary>
    [JsonPropertyName("new_partition_numbers")]
    public int? PartitionCount { get; set; }

    /// <summary>The brokers for the added partitions; null leaves the choice to the service.</summary>
    [JsonPropertyName("new_partition_brokers")]
    public IReadOnlyList<int>? NewPartitionBrokers { get; set; }

    /// <summary>How long messages are retained, 1 to 720 hours.</summary>
    [JsonPropertyName("retention_time")]
    public int? RetentionHours { get; set; }

    /// <summary>Whether a message counts as written only when all replicas have it.</summary>
    [JsonPropertyName("sync_replication")]
    public bool? SyncReplication { get; set; }

    /// <summary>Whether each message is flushed to the disk immediately.</summary>
    [JsonPropertyName("sync_message_flush")]
    public bool? SyncFlush { get; set; }

    /// <summary>Other settings, by name, such as <c>max.message.bytes</c>.</summary>
    [JsonIgnore]
    public IDictionary<string, string>? Config { get; set; }

    /// <summary>The description, as free text.</summary>
    [JsonPropertyName("topic_desc")]
    public string? Description { get; set; }

    [JsonPropertyName("topic_other_configs")]
    [JsonInclude]
    internal IReadOnlyList<TopicConfigSetting>? ConfigSettings => TopicConfigSetting.From(Config);

    /// <summary>Whether the update only adds partitions and leaves the choice of brokers to the service.</summary>
    [JsonIgnore]
    internal bool OnlyAddsPartitions
        => PartitionCount is not null && NewPartitionBrokers is null
            && (RetentionHours, SyncReplication, SyncFlush, Description) is (null, null, null, null) && Config is null or { Count: 0 };
}
