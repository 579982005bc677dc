using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>How far a dump task is in a topic (7.2.4.5).</summary>
public sealed class SinkTaskTopic
{
    /// <summary>The topic.</summary>
    [JsonPropertyName("topic")]
    public string? Topic { get; set; }

    /// <summary>Its partitions.</summary>
    [JsonPropertyName("partitions")]
    public SinkTaskPartition[]? Partitions { get; set; }

    /// <summary>The messages of all partitions that are not written yet.</summary>
    [JsonIgnore]
    public long? Lag => Partitions?.Total(partition => partition?.Lag);

    /// <summary>The topic.</summary>
    public override string ToString() => Topic ?? string.Empty;
}
