namespace HuaweiDms.PowerShell.Engine;

/// <summary>What checks hold against what they find, and what they leave out.</summary>
internal sealed record CheckLimits
{
    /// <summary>How full a disk may be, in percent.</summary>
    public int DiskPercent { get; init; }

    /// <summary>How many messages a group may be behind; null for any number.</summary>
    public long? Lag { get; init; }

    /// <summary>How long a message may wait for a group; null for any time, of which nothing is read then.</summary>
    public TimeSpan? Age { get; init; }

    /// <summary>Groups that may be behind; null for none.</summary>
    public NameFilter? ExcludedGroups { get; init; }

    /// <summary>Smart Connect tasks that need not run; null for none.</summary>
    public NameFilter? ExcludedTasks { get; init; }
}
