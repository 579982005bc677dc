namespace HuaweiDms;

/// <summary>Of which partitions disk usage is told; everything is optional (5.2.10).</summary>
public sealed class DiskUsageFilter
{
    /// <summary>The least space in bytes; sent in whole K, M or G.</summary>
    public long? MinimumBytes { get; set; }

    /// <summary>Only the largest, so many.</summary>
    public int? Top { get; set; }

    /// <summary>Only those that take more than this percentage of their disk.</summary>
    public double? Percent { get; set; }
}
