namespace HuaweiDms.PowerShell.Engine;

/// <summary>What a report is to tell.</summary>
internal sealed record ReportRequest
{
    public bool Lag { get; init; } = true;

    public bool Disk { get; init; } = true;

    public bool Balance { get; init; } = true;

    public bool Topics { get; init; } = true;

    /// <summary>The topics it is about.</summary>
    public NameFilter Filter { get; init; } = new(null);

    /// <summary>The time between two looks at the lag; null for one look.</summary>
    public TimeSpan? Sample { get; init; }
}
