using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Dcs;

/// <summary>The effect of each DCS action on an instance, and its duration.</summary>
internal sealed class DcsLifecycle
{
    private const string Flushing = "FLUSHING";
    private const string Stopping = "STOPPING";
    private const string Stopped = "STOPPED";
    private const string Starting = "STARTING";

    private static readonly Dictionary<string, DcsLifecycle> Actions = new(StringComparer.Ordinal)
    {
        ["restart"] = new() { ValidStates = [InstanceStatus.Running, InstanceStatus.Error], Transitional = InstanceStatus.Restarting, Seconds = 180 },
        ["soft_restart"] = new() { ValidStates = [InstanceStatus.Running], Transitional = InstanceStatus.Restarting, Seconds = 60 },
        ["flush"] = new() { ValidStates = [InstanceStatus.Running], Transitional = Flushing, Seconds = 30, NeedsRedis4 = true },
        ["stop"] = new() { ValidStates = [InstanceStatus.Running], Transitional = Stopping, Target = Stopped, Seconds = 60, NeedsRedis4 = true },
        ["start"] = new() { ValidStates = [Stopped], Transitional = Starting, Seconds = 90, NeedsRedis4 = true },
    };

    private string[] ValidStates { get; init; } = [];

    private string Transitional { get; init; } = string.Empty;

    private string Target { get; init; } = InstanceStatus.Running;

    /// <summary>The duration at the real service. The emulator divides it by its speed.</summary>
    private int Seconds { get; init; }

    private bool NeedsRedis4 { get; init; }

    public static DcsLifecycle? Of(string action) => Actions.TryGetValue(action, out DcsLifecycle? lifecycle) ? lifecycle : null;

    public bool Supports(DcsInstance instance) => !NeedsRedis4 || !instance.EngineVersion.StartsWith("3.", StringComparison.Ordinal);

    public bool CanBegin(DcsInstance instance) => ValidStates.Contains(instance.Status);

    public void Begin(DcsInstance instance, DateTimeOffset now, ServiceTime time)
        => instance.Lifecycle.Enter(Transitional).Then(Target, time.After(now, TimeSpan.FromSeconds(Seconds)));
}
