using System.Globalization;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Judges what was read of an instance. What the service does not tell is not taken for well.</summary>
internal static class Findings
{
    /// <summary>Groups that are named before the others are only counted.</summary>
    private const int MaxNamed = 3;

    public static Finding OfStatus(Instance instance)
        => instance.Status is { Length: > 0 } status
            ? new(InstanceStates.IsRunning(status), Format(Text.CheckStatus, status), status)
            : new(null, Text.CheckStatusUnread, null);

    /// <summary>Counts what is missing: brokers, leaders of partitions, replicas in sync.</summary>
    public static Finding OfCluster(Cluster cluster)
    {
        if (cluster.Brokers is not { Length: > 0 } brokers
            || cluster is not { PartitionCount: { } partitions, OnlinePartitionCount: { } online, ReplicaCount: { } replicas, InSyncReplicaCount: { } inSync })
        {
            return new(null, Text.CheckClusterUnread, null);
        }
        int[] down = [.. brokers.Where(broker => broker.IsHealthy == false).Select(broker => broker.BrokerId ?? -1)];
        (int leaderless, int outOfSync) = (Math.Max(partitions - online, 0), Math.Max(replicas - inSync, 0));
        List<string> missing = [];
        if (down.Length > 0)
            missing.Add(Format(Text.CheckClusterDown, string.Join(", ", down)));
        if (leaderless > 0)
            missing.Add(Format(Text.CheckClusterLeaderless, leaderless, partitions));
        if (outOfSync > 0)
            missing.Add(Format(Text.CheckClusterOutOfSync, outOfSync, replicas));
        return missing.Count > 0 ? new(false, string.Join(" ", missing), down.Length + leaderless + outOfSync)
            : Array.Exists(brokers, broker => broker.IsHealthy is null) ? new(null, Text.CheckClusterUnread, null)
            : new(true, Format(Text.CheckCluster, Counted(brokers.Length, "broker"), Counted(partitions, "partition"), Counted(replicas, "replica")), 0);
    }

    /// <summary>By the fullest disk. One that is too full is known to be, whatever is not known of others.</summary>
    public static Finding OfDisks(IReadOnlyList<DiskUsage> disks, int limit)
    {
        DiskUsage? fullest = disks.Where(disk => disk.UsedPercent is not null).OrderByDescending(disk => disk.UsedPercent).FirstOrDefault();
        if (fullest?.UsedPercent > limit || (fullest is not null && disks.All(disk => disk.UsedPercent is not null)))
            return new(fullest.UsedPercent <= limit, Format(Text.CheckDisk, fullest.Broker, Figures.Percent(fullest.UsedPercent)), fullest.UsedPercent);
        string[] silent = [.. disks.Where(disk => disk.UsedPercent is null).Select(disk => disk.Broker ?? Figures.Unknown)];
        return new(null, silent.Length == 0 ? Text.CheckDisksUnread : Format(Text.CheckDiskUnread, string.Join(", ", silent)), null);
    }

    /// <summary>Kinds of work whose latest try failed: what was tried again and succeeded is settled.</summary>
    /// <param name="tasks">The newest first.</param>
    public static Finding OfTasks(IEnumerable<BackgroundTask> tasks)
    {
        List<BackgroundTask> latest = [.. tasks.GroupBy(task => task.Name, StringComparer.Ordinal).Select(same => same.First())];
        string[] failed = Names(latest, "FAILED"), underWay = Names(latest, "EXECUTING");
        return failed.Length > 0 ? new(false, Format(Text.CheckTaskFailed, string.Join(", ", failed)), failed.Length)
            : new(true, underWay.Length > 0 ? Format(Text.CheckTaskUnderWay, string.Join(", ", underWay)) : Text.CheckTask, 0);
    }

    /// <param name="tasks">All of them; null where Smart Connect is off.</param>
    public static Finding OfSmartConnect(IReadOnlyList<SmartConnectTask>? tasks)
    {
        if (tasks is null)
            return new(true, Text.CheckSmartConnectOff, 0);
        string[] idle = [.. tasks.Where(task => !Is(task.Status, "RUNNING")).Select(task => $"{task} ({task.Status ?? Figures.Unknown})")];
        return idle.Length > 0
            ? new(false, Format(Text.CheckSmartConnectIdle, string.Join(", ", idle)), idle.Length)
            : new(true, Format(Text.CheckSmartConnect, Counted(tasks.Count, "task")), 0);
    }

    /// <summary>By the group that is the latest: by the limit that one is above, by the age where several limits or none are.</summary>
    /// <param name="groups">How far each group is behind.</param>
    /// <param name="limits">How far it may be.</param>
    public static Finding OfLag(IReadOnlyList<GroupDelay> groups, CheckLimits limits)
    {
        GroupDelay[] late = [.. groups.Where(group => group.Lag > limits.Lag)], old = [.. groups.Where(group => group.Age > limits.Age)];
        string[] undated = [.. groups.Where(group => limits.Age is not null && group.Age is null).Select(group => group.Name)];
        int above = late.Union(old).Count();
        if (above == 0 && undated.Length > 0)
            return new(null, Format(Text.CheckAgeUnread, FirstOf(undated, MaxNamed)), null);
        bool byAge = limits.Age is not null && (old.Length > 0 || late.Length == 0);
        string told;
        object value;
        if (byAge)
        {
            GroupDelay? oldest = groups.OrderByDescending(group => group.Age).FirstOrDefault(group => group.Lag > 0);
            (told, value) = (oldest is null ? Text.CheckNoLag : Format(Text.CheckAge, oldest.Name, Figures.Duration(oldest.Age)), oldest?.Age ?? TimeSpan.Zero);
        }
        else
        {
            GroupDelay? furthest = groups.OrderByDescending(group => group.Lag).FirstOrDefault();
            (told, value) = (furthest is null ? Text.CheckNoLag : Format(Text.CheckLag, furthest.Name, Counted(furthest.Lag, "message")), furthest?.Lag ?? 0);
        }
        return new(above == 0, above > 1 ? $"{told} {Format(Text.CheckLagSeveral, above)}" : told, value, byAge ? limits.Age : limits.Lag);
    }

    /// <summary>The same, where it does not count for everything that is there.</summary>
    /// <param name="finding">What was found.</param>
    /// <param name="leftOut">How much was not looked at.</param>
    /// <param name="what">What one of that is called.</param>
    public static Finding Without(this Finding finding, int leftOut, string what)
        => leftOut == 0 ? finding : finding with { Message = $"{finding.Message} {Format(Text.CheckLeftOut, Counted(leftOut, what))}" };

    private static string[] Names(IEnumerable<BackgroundTask> tasks, string status)
        => [.. tasks.Where(task => Is(task.Status, status)).Select(task => task.CreatedAt is { } at
            ? $"{task.Name} ({at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)})"
            : $"{task.Name}")];

    private static bool Is(string? status, string wanted) => string.Equals(status, wanted, StringComparison.OrdinalIgnoreCase);
}
