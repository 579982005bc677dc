namespace HuaweiDms.PowerShell.Engine;

/// <summary>One reading of the lag of all groups.</summary>
/// <param name="At">When.</param>
/// <param name="Rows">What could be read.</param>
internal sealed record LagSnapshot(DateTimeOffset At, IReadOnlyList<LagRow> Rows)
{
    /// <summary>The display texts of the requested instances.</summary>
    public IReadOnlyList<string> Instances { get; init; } = [];

    /// <summary>Groups that could not be read.</summary>
    public IReadOnlyCollection<string> Unread { get; init; } = [];

    /// <summary>Whether even the list of groups could not be read.</summary>
    public bool IsListUnread { get; init; }

    /// <summary>Why.</summary>
    public IReadOnlyList<Failure> Problems { get; init; } = [];
}
