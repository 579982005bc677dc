using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A consumer group that is measured.</summary>
public sealed class MetricConsumerGroup
{
    /// <summary>The group.</summary>
    [JsonPropertyName("name")]
    public string? ConsumerGroup { get; set; }

    /// <summary>The topics it reads.</summary>
    [JsonPropertyName("queues")]
    public MetricTopic[]? Topics { get; set; }

    /// <summary>The group.</summary>
    public override string ToString() => ConsumerGroup ?? string.Empty;
}
