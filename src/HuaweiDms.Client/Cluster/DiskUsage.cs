using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>The disk of a broker and what lies on it (5.2.10).</summary>
public sealed class DiskUsage : InstanceResource
{
    /// <summary>The broker, such as <c>broker-0</c>.</summary>
    [JsonPropertyName("broker_name")]
    public string? Broker { get; set; }

    /// <summary>The size of the disk in bytes.</summary>
    [JsonPropertyName("data_disk_size")]
    [JsonConverter(typeof(ByteSizeConverter))]
    public long? SizeBytes { get; set; }

    /// <summary>The space in use in bytes.</summary>
    [JsonPropertyName("data_disk_use")]
    [JsonConverter(typeof(ByteSizeConverter))]
    public long? UsedBytes { get; set; }

    /// <summary>The free space in bytes.</summary>
    [JsonPropertyName("data_disk_free")]
    [JsonConverter(typeof(ByteSizeConverter))]
    public long? FreeBytes { get; set; }

    /// <summary>The space in use, in percent of the disk.</summary>
    [JsonPropertyName("data_disk_use_percentage")]
    public double? UsedPercent { get; set; }

    /// <summary>How the look at the disk went, such as <c>Success get info</c>.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; set; }

    /// <summary>The partitions on the disk, the largest first; only those the filter lets through.</summary>
    [JsonPropertyName("topic_list")]
    public PartitionDiskUsage[]? Partitions { get; set; }

    /// <summary>Broker and percentage.</summary>
    public override string ToString() => FormattableString.Invariant($"{Broker}: {UsedPercent} %");
}
