namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The states that a filter may request, as documented or observed. Every list is open, because the service may add states.
/// </summary>
internal static class KnownStates
{
    /// <summary>Of instances (8.3).</summary>
    public static KnownStateSet Instances { get; } = new("instances", InstanceStates.Known);

    /// <summary>Of background tasks (5.9).</summary>
    public static KnownStateSet Tasks { get; } = new("tasks", ["EXECUTING", "SUCCESS", "FAILED", "CREATED", "CANCELLED", "DELETED"]);

    /// <summary>The states of Smart Connect tasks (5.3.4).</summary>
    public static KnownStateSet SmartConnectTasks { get; } = new("Smart Connect tasks", ["RUNNING", "WAITING", "PAUSED", "CREATING", "RESTARTING", "FAILED"]);

    /// <summary>The states of consumer groups (5.6.1).</summary>
    public static KnownStateSet ConsumerGroups { get; } = new("consumer groups", ["Stable", "Empty", "Dead", "PreparingRebalance", "CompletingRebalance"]);

    /// <summary>Of diagnoses (5.11.3).</summary>
    public static KnownStateSet Diagnoses { get; } = new("diagnoses", ["diagnosing", "finished", "normal", "abnormal", "failed", "deleted"]);
}

/// <summary>The known states of one kind of item.</summary>
/// <param name="noun">The items, in the plural.</param>
/// <param name="names">The states.</param>
internal sealed class KnownStateSet(string noun, IReadOnlyList<string> names)
{
    public IReadOnlyList<string> Names => names;

    /// <summary>Returns a warning for each unknown state, which may be a typing error.</summary>
    public IEnumerable<string> Warnings(IEnumerable<string>? wanted)
        => (wanted ?? []).Where(state => !names.Contains(state, StringComparer.OrdinalIgnoreCase))
            .Select(state => Format(Text.StateIsUnknown, state, noun, string.Join(", ", names)));
}
