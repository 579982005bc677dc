namespace HuaweiDms.Emulator;

/// <summary>What the plan has in store for one request.</summary>
internal readonly struct FaultStrike(TimeSpan before, TimeSpan after, Fault? fault, string? name)
{
    /// <summary>Time that passes before the service acts.</summary>
    public TimeSpan Before { get; } = before;

    /// <summary>Time that passes between acting and answering.</summary>
    public TimeSpan After { get; } = after;

    /// <summary>The fault that does more than delay.</summary>
    public Fault? Fault { get; } = fault;

    /// <summary>The names of all that struck, for the log.</summary>
    public string? Name { get; } = name;

    /// <summary>Whether the service acts on the request before the fault strikes. Half a body needs a whole answer first.</summary>
    public bool Processes => Fault is null || Fault.AfterProcessing || Fault.Action is FaultAction.Truncate or FaultAction.Stall;
}
