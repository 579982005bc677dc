using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>The parts of an instance that Cloud Eye monitors: the metrics by dimension, and the objects that have them (5.12.4).</summary>
public sealed class MetricHierarchy : InstanceResource
{
    /// <summary>The kinds of monitored objects and their metrics.</summary>
    [JsonPropertyName("dimensions")]
    public MetricDimension[]? Dimensions { get; set; }

    /// <summary>The brokers and other nodes.</summary>
    [JsonPropertyName("nodes")]
    [JsonConverter(typeof(NamesConverter))]
    public string[]? Nodes { get; set; }

    /// <summary>The topics with their partitions.</summary>
    [JsonPropertyName("queues")]
    public MetricTopic[]? Topics { get; set; }

    /// <summary>The consumer groups with the topics they read.</summary>
    [JsonPropertyName("groups")]
    public MetricConsumerGroup[]? ConsumerGroups { get; set; }

    /// <summary>The id of the instance, repeated as the service lists it.</summary>
    [JsonPropertyName("instance_ids")]
    [JsonConverter(typeof(NamesConverter))]
    public string[]? InstanceIds { get; set; }

    /// <summary>Returns the names of the dimensions.</summary>
    public override string ToString() => string.Join(", ", (Dimensions ?? []).Select(dimension => dimension?.Name));
}
