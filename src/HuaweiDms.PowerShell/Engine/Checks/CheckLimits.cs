namespace HuaweiDms.PowerShell.Engine;

/// <summary>The limits of the checks, and what they exclude.</summary>
internal sealed record CheckLimits
{
    /// <summary>The maximum disk usage, in percent.</summary>
    public int DiskPercent { get; init; }

    /// <summary>The maximum lag of a group, in messages; null for any lag.</summary>
    public long? Lag { get; init; }

    /// <summary>The maximum time a message may wait for a group; null for any time, in which case ages are not read.</summary>
    public TimeSpan? Age { get; init; }

    /// <summary>Groups that may lag; null for none.</summary>
    public NameFilter? ExcludedGroups { get; init; }

    /// <summary>Smart Connect tasks that need not run; null for none.</summary>
    public NameFilter? ExcludedTasks { get; init; }
}
