using System.Globalization;
using HuaweiDms.Emulator.Hosting;

namespace HuaweiDms.Emulator.Cluster;

/// <summary>The filter for the disk usage list (5.2.10). The default is partitions of at least 1 GB.</summary>
internal sealed class DiskUsageFilter
{
    private const string DefaultMinimum = "1G";

    private long MinimumBytes { get; init; }

    private int Top { get; init; }

    private double Percentage { get; init; }

    public static DiskUsageFilter Read(RequestContext context) => new()
    {
        MinimumBytes = ByteSize.Parse(context.Query("minSize") is { Length: > 0 } size ? size : DefaultMinimum),
        Top = context.Query("top") is { Length: > 0 } top ? (int)Number(top, NumberStyles.None) : int.MaxValue,
        Percentage = context.Query("percentage") is { Length: > 0 } percentage ? Number(percentage, NumberStyles.AllowDecimalPoint) : -1,
    };

    /// <summary>The replicas of a broker that match the filter, largest first.</summary>
    public IEnumerable<TopicReplica> Apply(IEnumerable<TopicReplica> replicas, long diskBytes) => replicas
        .Where(replica => replica.Bytes >= MinimumBytes && DiskUsage.PercentOf(replica.Bytes, diskBytes) > Percentage)
        .OrderByDescending(replica => replica.Bytes)
        .Take(Top);

    private static double Number(string text, NumberStyles style)
        => double.TryParse(text, style, CultureInfo.InvariantCulture, out double number) && number <= int.MaxValue
            ? number
            : throw ServiceErrors.InvalidParameter();
}
