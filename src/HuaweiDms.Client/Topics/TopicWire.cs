using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Response of 5.5.3 and 7.1.1.8; the example of 7.1.1.8 has another name for the total.</summary>
internal sealed class TopicList
{
    [JsonPropertyName("topics")]
    public List<Topic>? Topics { get; set; }

    [JsonPropertyName("total")]
    public long? Total { get; set; }

    [JsonPropertyName("count")]
    public long? Count { get; set; }

    /// <summary>The number of topics of the instance, under either name.</summary>
    [JsonIgnore]
    public long? ReportedTotal => Total ?? Count;

    [JsonPropertyName("remain_partitions")]
    public int? RemainingPartitions { get; set; }

    [JsonPropertyName("max_partitions")]
    public int? MaxPartitions { get; set; }

    [JsonPropertyName("topic_max_partitions")]
    public int? MaxPartitionsPerTopic { get; set; }
}

/// <summary>Response of 5.5.6.</summary>
internal sealed class TopicPartitionList
{
    [JsonPropertyName("partitions")]
    public List<TopicPartition>? Partitions { get; set; }

    [JsonPropertyName("total")]
    public long? Total { get; set; }
}

/// <summary>A setting of a topic to set (5.5.2, 5.5.4). The value is sent as text, even where an example shows another type.</summary>
internal sealed class TopicConfigSetting
{
    [JsonPropertyName("name")]
    public required string Name { get; set; }

    [JsonPropertyName("value")]
    public required string Value { get; set; }

    public static IReadOnlyList<TopicConfigSetting>? From(IDictionary<string, string>? configs)
        => configs is { Count: > 0 } ? [.. configs.Select(config => new TopicConfigSetting { Name = config.Key, Value = config.Value })] : null;
}

/// <summary>Response of 5.5.2 and 7.1.1.7.</summary>
internal sealed class CreatedTopic
{
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }
}

/// <summary>Request body of 5.5.4.</summary>
internal sealed class TopicUpdates
{
    [JsonPropertyName("topics")]
    public required IReadOnlyList<TopicUpdate> Topics { get; set; }
}

/// <summary>Request body of 5.5.5 and 7.1.1.9.</summary>
internal sealed class TopicNames
{
    [JsonPropertyName("topics")]
    public required IReadOnlyList<string> Topics { get; set; }
}

/// <summary>Response of 5.5.5 and 7.1.1.9, and of 5.5.4 if only a part succeeded.</summary>
internal sealed class TopicOutcomes
{
    [JsonPropertyName("topics")]
    public List<TopicOutcome?>? Topics { get; set; }

    [JsonPropertyName("failed_topics")]
    public List<TopicOutcome?>? FailedTopics { get; set; }
}

/// <summary>One topic of the response.</summary>
internal sealed class TopicOutcome
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("success")]
    public bool? Success { get; set; }

    [JsonPropertyName("error_msg")]
    public string? Message { get; set; }
}

/// <summary>Response of 5.5.7.</summary>
internal sealed class TopicProducerList
{
    [JsonPropertyName("producers")]
    public List<TopicProducer>? Producers { get; set; }

    [JsonPropertyName("total")]
    public long? Total { get; set; }
}

/// <summary>Request body of 7.2.2.1.</summary>
internal sealed class PartitionCountBody
{
    [JsonPropertyName("partition")]
    public required int PartitionCount { get; set; }
}
