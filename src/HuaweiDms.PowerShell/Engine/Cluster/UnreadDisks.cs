namespace HuaweiDms.PowerShell.Engine;

/// <summary>Brokers of whose disks the service told nothing, as of those that are down: what lies there is missing from every sum.</summary>
internal static class UnreadDisks
{
    /// <summary>Their names; null where all disks were read.</summary>
    /// <param name="brokers">All brokers of one instance, with all partitions they were asked for.</param>
    public static string? Of(IReadOnlyList<DiskUsage> brokers)
    {
        string[] unread = [.. brokers.Where(broker => broker is { UsedBytes: null, Partitions: null or { Length: 0 } }).Select(broker => broker.Broker ?? Figures.Unknown)];
        return unread.Length > 0 ? string.Join(", ", unread) : null;
    }
}
