namespace HuaweiDms.PowerShell.Engine;

/// <summary>The requested parts of a report.</summary>
internal sealed record ReportRequest
{
    public bool Lag { get; init; } = true;

    public bool Disk { get; init; } = true;

    public bool Balance { get; init; } = true;

    public bool Topics { get; init; } = true;

    /// <summary>The topics it is about.</summary>
    public NameFilter Filter { get; init; } = new(null);

    /// <summary>The time between two readings of the lag; null for a single reading.</summary>
    public TimeSpan? Sample { get; init; }
}
