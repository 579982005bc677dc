using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Answer of 5.5.3 and 7.1.1.8, whose example counts under another name.</summary>
internal sealed class TopicList
{
    [JsonPropertyName("topics")]
    public List<Topic>? Topics { get; set; }

    [JsonPropertyName("total")]
    public long? Total { get; set; }

    [JsonPropertyName("count")]
    public long? Count { get; set; }

    [JsonPropertyName("remain_partitions")]
    public int? RemainingPartitions { get; set; }

    [JsonPropertyName("max_partitions")]
    public int? MaxPartitions { get; set; }

    [JsonPropertyName("topic_max_partitions")]
    public int? MaxPartitionsPerTopic { get; set; }
}

/// <summary>A configuration of a topic, as 5.5.3 tells of it.</summary>
internal sealed class TopicConfigItem
{
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("value")]
    public string? Value { get; set; }

    [JsonPropertyName("default_value")]
    public string? DefaultValue { get; set; }

    [JsonPropertyName("valid_values")]
    public string? ValidValues { get; set; }

    [JsonPropertyName("value_type")]
    public string? ValueType { get; set; }

    [JsonIgnore]
    public ConfigRule Rule => field ??= ConfigRule.Read(ValidValues, ValueType);
}

/// <summary>Answer of 5.5.6.</summary>
internal sealed class TopicPartitionList
{
    [JsonPropertyName("partitions")]
    public List<TopicPartition>? Partitions { get; set; }

    [JsonPropertyName("total")]
    public long? Total { get; set; }
}
