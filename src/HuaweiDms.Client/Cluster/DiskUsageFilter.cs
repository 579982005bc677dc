namespace HuaweiDms;

/// <summary>Selects the partitions whose disk usage is reported; every property is optional (5.2.10).</summary>
public sealed class DiskUsageFilter
{
    /// <summary>The minimum size in bytes; sent in whole K, M or G.</summary>
    public long? MinimumBytes { get; set; }

    /// <summary>The number of largest partitions to report.</summary>
    public int? Top { get; set; }

    /// <summary>The percentage of the disk that a partition must exceed.</summary>
    public double? Percent { get; set; }
}
