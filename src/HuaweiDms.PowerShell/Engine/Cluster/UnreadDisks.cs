namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Brokers whose disk the service does not report, such as those that are down: their contents are missing from every sum.
/// </summary>
internal static class UnreadDisks
{
    /// <summary>Returns their names; null if all disks were read.</summary>
    /// <param name="brokers">All brokers of one instance, with all partitions requested of them.</param>
    public static string? Of(IReadOnlyList<DiskUsage> brokers)
    {
        string[] unread = [.. brokers.Where(broker => broker is { UsedBytes: null, Partitions: null or { Length: 0 } }).Select(broker => broker.Broker ?? Figures.Unknown)];
        return unread.Length > 0 ? string.Join(", ", unread) : null;
    }
}
