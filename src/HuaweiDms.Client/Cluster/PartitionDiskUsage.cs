using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>The space a partition takes on a broker's disk.</summary>
public sealed class PartitionDiskUsage
{
    /// <summary>The topic.</summary>
    [JsonPropertyName("topic_name")]
    public string? Topic { get; set; }

    /// <summary>The partition.</summary>
    [JsonPropertyName("topic_partition")]
    public int? Partition { get; set; }

    /// <summary>The space in bytes.</summary>
    [JsonPropertyName("size")]
    [JsonConverter(typeof(ByteSizeConverter))]
    public long? SizeBytes { get; set; }

    /// <summary>The space in percent of the disk.</summary>
    [JsonPropertyName("percentage")]
    public double? UsedPercent { get; set; }

    /// <summary>Fields the service sent that this library does not know, by their wire names.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? AdditionalProperties { get; set; }

    /// <summary>Topic and partition.</summary>
    public override string ToString() => $"{Topic}-{Partition}";
}
