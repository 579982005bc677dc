namespace HuaweiDms.PowerShell.Engine;

/// <summary>An object to be watched.</summary>
/// <param name="Subject">The display text for messages.</param>
/// <param name="Target">The target object of the error record.</param>
/// <param name="ReadState">Reads its state; returns <see cref="WaitGoal.DeletedState"/> if it does not exist.</param>
internal sealed record WaitTarget(string Subject, object Target, Func<CancellationToken, Task<string>> ReadState)
{
    /// <summary>Reads its state from a shared list, without a request of its own; null if it must be read separately.</summary>
    public Func<CancellationToken, Task<string?>>? ReadShared { get; init; }

    /// <summary>The command that shows it; null for an instance.</summary>
    public string? ShownBy { get; init; }

    /// <summary>The command for continuing the wait; null if there is none, or for an instance.</summary>
    public string? WaitOn { get; init; }
}
