using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>The disk of a broker and its contents (5.2.10).</summary>
public sealed class DiskUsage : InstanceResource
{
    /// <summary>The broker, such as <c>broker-0</c>.</summary>
    [JsonPropertyName("broker_name")]
    public string? Broker { get; set; }

    /// <summary>The size of the disk, in bytes.</summary>
    [JsonPropertyName("data_disk_size")]
    [JsonConverter(typeof(ByteSizeConverter))]
    public long? SizeBytes { get; set; }

    /// <summary>The space in use, in bytes.</summary>
    [JsonPropertyName("data_disk_use")]
    [JsonConverter(typeof(ByteSizeConverter))]
    public long? UsedBytes { get; set; }

    /// <summary>The free space, in bytes.</summary>
    [JsonPropertyName("data_disk_free")]
    [JsonConverter(typeof(ByteSizeConverter))]
    public long? FreeBytes { get; set; }

    /// <summary>The space in use, as a percentage of the disk.</summary>
    [JsonPropertyName("data_disk_use_percentage")]
    public double? UsedPercent { get; set; }

    /// <summary>The result of reading the disk usage, such as <c>Success get info</c>.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; set; }

    /// <summary>The partitions on the disk, largest first; only those that match the filter.</summary>
    [JsonPropertyName("topic_list")]
    public PartitionDiskUsage[]? Partitions { get; set; }

    /// <summary>Returns the broker and the percentage.</summary>
    public override string ToString() => FormattableString.Invariant($"{Broker}: {UsedPercent} %");
}
