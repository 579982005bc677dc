using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A change of a topic (5.5.4). What is null stays as it is.</summary>
public sealed class TopicUpdate
{
    /// <summary>The topic.</summary>
    [JsonPropertyName("id")]
    public required string Name { get; set; }

    /// <summary>The new number of partitions, more than there are, at most 200. Sending the present number is an error to the service.</summary>
    [JsonPropertyName("new_partition_numbers")]
    public int? PartitionCount { get; set; }

    /// <summary>The brokers that the added partitions go to; null leaves that to the service.</summary>
    [JsonPropertyName("new_partition_brokers")]
    public IReadOnlyList<int>? NewPartitionBrokers { get; set; }

    /// <summary>How long messages are kept, 1 to 720 hours.</summary>
    [JsonPropertyName("retention_time")]
    public int? RetentionHours { get; set; }

    /// <summary>Whether a message counts as written only when all replicas have it.</summary>
    [JsonPropertyName("sync_replication")]
    public bool? SyncReplication { get; set; }

    /// <summary>Whether each message is put on the disk at once.</summary>
    [JsonPropertyName("sync_message_flush")]
    public bool? SyncFlush { get; set; }

    /// <summary>Other settings by name, such as <c>max.message.bytes</c>.</summary>
    [JsonIgnore]
    public IDictionary<string, string>? Config { get; set; }

    /// <summary>Free text.</summary>
    [JsonPropertyName("topic_desc")]
    public string? Description { get; set; }

    [JsonPropertyName("topic_other_configs")]
    [JsonInclude]
    internal IReadOnlyList<TopicConfigSetting>? ConfigSettings => TopicConfigSetting.From(Config);

    /// <summary>Whether partitions are all that it adds, and the service may choose where.</summary>
    [JsonIgnore]
    internal bool OnlyAddsPartitions
        => PartitionCount is not null && NewPartitionBrokers is null
            && (RetentionHours, SyncReplication, SyncFlush, Description) is (null, null, null, null) && Config is null or { Count: 0 };
}
