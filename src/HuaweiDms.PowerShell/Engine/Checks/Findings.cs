using System.Globalization;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Evaluates what was read of an instance. A value that the service does not report does not count as good.</summary>
internal static class Findings
{
    /// <summary>The number of groups to name; the rest is only counted.</summary>
    private const int MaxNamed = 3;

    public static Finding OfStatus(Instance instance)
        => instance.Status is { Length: > 0 } status
            ? new(InstanceStates.IsRunning(status), Format(Text.CheckStatus, status), status)
            : Finding.Unread(Text.CheckStatusUnread);

    /// <summary>Counts what is missing: brokers, leaders of partitions, replicas in sync.</summary>
    public static Finding OfCluster(Cluster cluster)
    {
        if (cluster.Brokers is not { Length: > 0 } brokers
            || cluster is not { PartitionCount: { } partitions, OnlinePartitionCount: { } online, ReplicaCount: { } replicas, InSyncReplicaCount: { } inSync })
        {
            return Finding.Unread(Text.CheckClusterUnread);
        }
        int[] down = [.. brokers.Where(broker => broker.IsHealthy == false).Select(broker => broker.BrokerId ?? -1)];
        (int leaderless, int outOfSync) = (Math.Max(partitions - online, 0), Math.Max(replicas - inSync, 0));
        List<string> missing = [];
        if (down.Length > 0)
            missing.Add(Format(Text.CheckClusterDown, string.Join(", ", down)));
        if (leaderless > 0)
            missing.Add(Format(Text.CheckClusterOffline, leaderless, partitions));
        if (outOfSync > 0)
            missing.Add(Format(Text.CheckClusterOutOfSync, outOfSync, replicas));
        if (missing.Count > 0)
            return Finding.Bad(string.Join(" ", missing), down.Length + leaderless + outOfSync);
        return Array.Exists(brokers, broker => broker.IsHealthy is null)
            ? Finding.Unread(Text.CheckClusterUnread)
            : Finding.Good(Format(Text.CheckCluster, Counted(brokers.Length, "broker"), Counted(partitions, "partition"), Counted(replicas, "replica")), 0);
    }

    /// <summary>Evaluates the fullest disk. A disk above the limit fails the check even if others are unknown.</summary>
    public static Finding OfDisks(IReadOnlyList<DiskUsage> disks, int limit)
    {
        DiskUsage? fullest = disks.Where(disk => disk.UsedPercent is not null).OrderByDescending(disk => disk.UsedPercent).FirstOrDefault();
        if (fullest?.UsedPercent > limit || (fullest is not null && disks.All(disk => disk.UsedPercent is not null)))
            return new(fullest.UsedPercent <= limit, Format(Text.CheckDisk, fullest.Broker, Figures.Percent(fullest.UsedPercent)), fullest.UsedPercent);
        string[] silent = [.. disks.Where(disk => disk.UsedPercent is null).Select(disk => disk.Broker ?? Figures.Unknown)];
        return Finding.Unread(silent.Length == 0 ? Text.CheckDisksUnread : Format(Text.CheckDiskUnread, string.Join(", ", silent)));
    }

    /// <summary>Finds task names whose latest task failed. A later success clears a failure.</summary>
    /// <param name="tasks">The newest first.</param>
    public static Finding OfTasks(IEnumerable<BackgroundTask> tasks)
    {
        List<BackgroundTask> latest = [.. tasks.GroupBy(task => task.Name, StringComparer.Ordinal).Select(same => same.First())];
        string[] failed = Names(latest, "FAILED"), underWay = Names(latest, "EXECUTING");
        return failed.Length > 0
            ? Finding.Bad(Format(Text.CheckTaskFailed, string.Join(", ", failed)), failed.Length)
            : Finding.Good(underWay.Length > 0 ? Format(Text.CheckTaskUnderWay, string.Join(", ", underWay)) : Text.CheckTask, 0);
    }

    /// <param name="tasks">All tasks; null if Smart Connect is off.</param>
    public static Finding OfSmartConnect(IReadOnlyList<SmartConnectTask>? tasks)
    {
        if (tasks is null)
            return Finding.Good(Text.CheckSmartConnectOff, 0);
        string[] idle = [.. tasks.Where(task => !Is(task.Status, "RUNNING")).Select(task => $"{task} ({task.Status ?? Figures.Unknown})")];
        return idle.Length > 0
            ? Finding.Bad(Format(Text.CheckSmartConnectIdle, string.Join(", ", idle)), idle.Length)
            : Finding.Good(Format(Text.CheckSmartConnect, Counted(tasks.Count, "task")), 0);
    }

    /// <summary>
    /// Evaluates the worst group: by age if there is an age limit and a group exceeds it or none exceeds the lag limit; otherwise
    /// by lag.
    /// </summary>
    /// <param name="groups">The delay of each group.</param>
    /// <param name="limits">How far it may be.</param>
    public static Finding OfLag(IReadOnlyList<GroupDelay> groups, CheckLimits limits)
    {
        GroupDelay[] late = [.. groups.Where(group => group.Lag > limits.Lag)], old = [.. groups.Where(group => group.Age > limits.Age)];
        string[] undated = [.. groups.Where(group => limits.Age is not null && group.Age is null).Select(group => group.Name)];
        int above = late.Union(old).Count();
        if (above == 0 && undated.Length > 0)
            return Finding.Unread(Format(Text.CheckAgeUnread, FirstOf(undated, MaxNamed)));
        bool byAge = limits.Age is not null && (old.Length > 0 || late.Length == 0);
        Finding worst = byAge ? OfOldest(groups, above == 0, limits.Age) : OfFurthest(groups, above == 0, limits.Lag);
        return above > 1 ? worst with { Message = $"{worst.Message} {Format(Text.CheckLagSeveral, above)}" } : worst;
    }

    /// <summary>Adds to a finding that some items were not checked.</summary>
    /// <param name="finding">What was found.</param>
    /// <param name="leftOut">The number of items that were not checked.</param>
    /// <param name="what">The noun for one such item.</param>
    public static Finding Without(this Finding finding, int leftOut, string what)
        => leftOut == 0 ? finding : finding with { Message = $"{finding.Message} {Format(Text.CheckLeftOut, Counted(leftOut, what))}" };

    private static Finding OfOldest(IReadOnlyList<GroupDelay> groups, bool passed, TimeSpan? limit)
    {
        GroupDelay? oldest = groups.OrderByDescending(group => group.Age).FirstOrDefault(group => group.Lag > 0);
        return oldest is null
            ? new(passed, Text.CheckNoLag, TimeSpan.Zero, limit)
            : new(passed, Format(Text.CheckAge, oldest.Name, Figures.Duration(oldest.Age)), oldest.Age ?? TimeSpan.Zero, limit);
    }

    private static Finding OfFurthest(IReadOnlyList<GroupDelay> groups, bool passed, long? limit)
    {
        GroupDelay? furthest = groups.OrderByDescending(group => group.Lag).FirstOrDefault();
        return furthest is null
            ? new(passed, Text.CheckNoLag, 0L, limit)
            : new(passed, Format(Text.CheckLag, furthest.Name, Counted(furthest.Lag, "message")), furthest.Lag, limit);
    }

    private static string[] Names(IEnumerable<BackgroundTask> tasks, string status)
        => [.. tasks.Where(task => Is(task.Status, status)).Select(task => task.CreatedAt is { } at
            ? $"{task.Name} ({at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)})"
            : $"{task.Name}")];

    private static bool Is(string? status, string wanted) => string.Equals(status, wanted, StringComparison.OrdinalIgnoreCase);
}
