using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A consumer group that Cloud Eye monitors.</summary>
public sealed class MetricConsumerGroup
{
    /// <summary>The name of the group.</summary>
    [JsonPropertyName("name")]
    public string? ConsumerGroup { get; set; }

    /// <summary>The topics that the group reads.</summary>
    [JsonPropertyName("queues")]
    public MetricTopic[]? Topics { get; set; }

    /// <summary>Returns the name of the group.</summary>
    public override string ToString() => ConsumerGroup ?? string.Empty;
}
