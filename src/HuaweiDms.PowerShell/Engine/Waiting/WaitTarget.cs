namespace HuaweiDms.PowerShell.Engine;

/// <summary>An object to be watched.</summary>
/// <param name="Subject">As a person would name it.</param>
/// <param name="Target">The object of a failure's record.</param>
/// <param name="ReadState">Reads its state; <see cref="WaitGoal.DeletedState"/> when it is not there.</param>
internal sealed record WaitTarget(string Subject, object Target, Func<CancellationToken, Task<string>> ReadState)
{
    /// <summary>Its state where that comes with those of others, at no request of its own; null where it has to be read.</summary>
    public Func<CancellationToken, Task<string?>>? ReadShared { get; init; }

    /// <summary>The command that shows it; null where it is an instance.</summary>
    public string? ShownBy { get; init; }

    /// <summary>The command that waits for it, for whoever wants to go on waiting; null where nothing does but for instances.</summary>
    public string? WaitOn { get; init; }
}
