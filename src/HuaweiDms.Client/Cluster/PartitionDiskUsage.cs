using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>The space that a partition occupies on the disk of a broker.</summary>
public sealed class PartitionDiskUsage
{
    /// <summary>The name of the topic.</summary>
    [JsonPropertyName("topic_name")]
    public string? Topic { get; set; }

    /// <summary>The partition number.</summary>
    [JsonPropertyName("topic_partition")]
    public int? Partition { get; set; }

    /// <summary>The size, in bytes.</summary>
    [JsonPropertyName("size")]
    [JsonConverter(typeof(ByteSizeConverter))]
    public long? SizeBytes { get; set; }

    /// <summary>The size, as a percentage of the disk.</summary>
    [JsonPropertyName("percentage")]
    public double? UsedPercent { get; set; }

    /// <summary>The fields of the response that this library does not know, by wire name; null if there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? AdditionalProperties { get; set; }

    /// <summary>Returns topic and partition.</summary>
    public override string ToString() => $"{Topic}-{Partition}";
}
