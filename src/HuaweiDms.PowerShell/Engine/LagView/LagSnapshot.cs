namespace HuaweiDms.PowerShell.Engine;

/// <summary>What one look at all groups saw.</summary>
/// <param name="At">When.</param>
/// <param name="Rows">What could be read.</param>
internal sealed record LagSnapshot(DateTimeOffset At, IReadOnlyList<LagRow> Rows)
{
    /// <summary>Groups that could not be read.</summary>
    public IReadOnlyCollection<string> Unread { get; init; } = [];

    /// <summary>Whether it was not even known which groups there are.</summary>
    public bool IsListUnread { get; init; }

    /// <summary>Why.</summary>
    public IReadOnlyList<Failure> Problems { get; init; } = [];
}
