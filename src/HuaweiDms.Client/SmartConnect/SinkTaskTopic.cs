using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>The progress of a dump task in a topic (7.2.4.5).</summary>
public sealed class SinkTaskTopic
{
    /// <summary>The name of the topic.</summary>
    [JsonPropertyName("topic")]
    public string? Topic { get; set; }

    /// <summary>The progress in each partition.</summary>
    [JsonPropertyName("partitions")]
    public SinkTaskPartition[]? Partitions { get; set; }

    /// <summary>The number of messages in all partitions that have not been written yet.</summary>
    [JsonIgnore]
    public long? Lag => Partitions?.Total(partition => partition?.Lag);

    /// <summary>Returns the name of the topic.</summary>
    public override string ToString() => Topic ?? string.Empty;
}
