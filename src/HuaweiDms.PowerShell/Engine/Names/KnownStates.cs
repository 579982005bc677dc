namespace HuaweiDms.PowerShell.Engine;

/// <summary>The states of what a filter may ask for, as they are documented or shown. Every list is open: the service may know more.</summary>
internal static class KnownStates
{
    /// <summary>Of instances (8.3).</summary>
    public static KnownStateSet Instances { get; } = new("instances", InstanceStates.Known);

    /// <summary>Of background tasks (5.9).</summary>
    public static KnownStateSet Tasks { get; } = new("tasks", ["EXECUTING", "SUCCESS", "FAILED", "CREATED", "CANCELLED", "DELETED"]);

    /// <summary>Of Smart Connect tasks (5.3.4).</summary>
    public static KnownStateSet SmartConnectTasks { get; } = new("Smart Connect tasks", ["RUNNING", "WAITING", "PAUSED", "CREATING", "RESTARTING", "FAILED"]);

    /// <summary>Of consumer groups (5.6.1).</summary>
    public static KnownStateSet ConsumerGroups { get; } = new("consumer groups", ["Stable", "Empty", "Dead", "PreparingRebalance", "CompletingRebalance"]);

    /// <summary>Of diagnoses (5.11.3).</summary>
    public static KnownStateSet Diagnoses { get; } = new("diagnoses", ["diagnosing", "finished", "normal", "abnormal", "failed", "deleted"]);
}

/// <summary>The known states of one kind of thing.</summary>
/// <param name="noun">What has them, in the plural.</param>
/// <param name="names">The states.</param>
internal sealed class KnownStateSet(string noun, IReadOnlyList<string> names)
{
    public IReadOnlyList<string> Names => names;

    /// <summary>What to say of each state that may be a slip of the pen, for nothing is ever in it.</summary>
    public IEnumerable<string> Warnings(IEnumerable<string>? wanted)
        => (wanted ?? []).Where(state => !names.Contains(state, StringComparer.OrdinalIgnoreCase))
            .Select(state => Format(Text.StateIsUnknown, state, noun, string.Join(", ", names)));
}
