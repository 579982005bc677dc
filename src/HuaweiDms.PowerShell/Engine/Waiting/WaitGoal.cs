namespace HuaweiDms.PowerShell.Engine;

/// <summary>What a wait waits for.</summary>
internal sealed class WaitGoal
{
    /// <summary>Stands for an object that no longer exists.</summary>
    public const string DeletedState = "DELETED";

    /// <summary>Stands for a state that was not reported.</summary>
    public const string Unknown = "unknown";

    /// <summary>Also the result of a deletion, if the service keeps deleted instances for a while.</summary>
    private const string Recycled = "RECYCLE";

    /// <summary>States that do not end on their own and that nobody waits for (8.3).</summary>
    private static readonly HashSet<string> FinalStates = new(StringComparer.OrdinalIgnoreCase)
    {
        "ERROR", "CREATEFAILED", "EXTENDEDFAILED", "FROZEN", "ROLLBACKFAILED", "FAILED", "CANCELLED", Recycled, DeletedState,
    };

    private readonly HashSet<string> _states;

    private WaitGoal(string name, IEnumerable<string> states)
    {
        Name = name;
        _states = new(states, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The goal in a sentence.</summary>
    public string Name { get; }

    /// <summary>
    /// Set after a change was requested. The service may show the old state for a moment, so the goal counts only after another
    /// state was seen, or after it has lasted for some time.
    /// </summary>
    public bool AfterChange { get; private init; }

    /// <summary>Any of the states. An instance in the recycle bin counts as deleted.</summary>
    public static WaitGoal AnyOf(params string[] states)
        => new(string.Join(" or ", states), states.Contains(DeletedState, StringComparer.OrdinalIgnoreCase) ? [.. states, Recycled] : states);

    /// <summary>The meaning of a missing object: the state of the goal if a deletion is the goal, otherwise an error (null).</summary>
    public string? Missing => _states.Contains(DeletedState) ? DeletedState : null;

    /// <summary>RUNNING again after a restart.</summary>
    public static WaitGoal RunningAfterRestart() => new(InstanceStates.Running, [InstanceStates.Running]) { AfterChange = true };

    /// <summary>RUNNING for the first time.</summary>
    public static WaitGoal Running() => new(InstanceStates.Running, [InstanceStates.Running]);

    /// <summary>Deleted. A deletion may pass through ERROR.</summary>
    public static WaitGoal Deleted() => new("deleted", [DeletedState, Recycled]);

    /// <summary>A background task that succeeded (5.9).</summary>
    public static WaitGoal Task() => new("SUCCESS", ["SUCCESS"]);

    /// <summary>A diagnosis that has a report (5.11.3).</summary>
    public static WaitGoal Diagnosed() => new("finished", ["finished", "normal", "abnormal"]);

    /// <summary>No change in progress, whatever the outcome.</summary>
    public static WaitGoal Settled() => new("ready", [InstanceStates.Running, .. FinalStates]);

    /// <summary>The same, after an operation that may have been executed.</summary>
    public static WaitGoal SettledAfterChange() => new("ready", [InstanceStates.Running, .. FinalStates]) { AfterChange = true };

    /// <summary>Whether a state ends on its own, so that waiting may help (8.3).</summary>
    public static bool IsTransient(string? state)
        => state is not null && !InstanceStates.IsRunning(state) && !FinalStates.Contains(state);

    public bool IsReached(string state) => _states.Contains(state);

    public bool IsOutOfReach(string state) => FinalStates.Contains(state) && !_states.Contains(state) && !_states.Contains(DeletedState);
}
