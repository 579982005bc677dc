using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>What of an instance is measured by Cloud Eye: metrics by dimension, and the objects that have them (5.12.4).</summary>
public sealed class MetricHierarchy : InstanceResource
{
    /// <summary>Kinds of objects and what is measured of them.</summary>
    [JsonPropertyName("dimensions")]
    public MetricDimension[]? Dimensions { get; set; }

    /// <summary>The brokers, and other nodes.</summary>
    [JsonPropertyName("nodes")]
    [JsonConverter(typeof(NamesConverter))]
    public string[]? Nodes { get; set; }

    /// <summary>The topics with their partitions.</summary>
    [JsonPropertyName("queues")]
    public MetricTopic[]? Topics { get; set; }

    /// <summary>The consumer groups with what they read.</summary>
    [JsonPropertyName("groups")]
    public MetricConsumerGroup[]? ConsumerGroups { get; set; }

    /// <summary>The instance again, as the service lists it.</summary>
    [JsonPropertyName("instance_ids")]
    [JsonConverter(typeof(NamesConverter))]
    public string[]? InstanceIds { get; set; }

    /// <summary>The names of the dimensions.</summary>
    public override string ToString() => string.Join(", ", (Dimensions ?? []).Select(dimension => dimension?.Name));
}
