namespace HuaweiDms.Emulator;

/// <summary>The combined effect of the faults on one request.</summary>
internal readonly struct FaultEffect(TimeSpan before, TimeSpan after, Fault? fault, string? name)
{
    /// <summary>The delay before the service processes the request.</summary>
    public TimeSpan Before { get; } = before;

    /// <summary>The delay between processing and responding.</summary>
    public TimeSpan After { get; } = after;

    /// <summary>The fault that does more than delay, if any.</summary>
    public Fault? Fault { get; } = fault;

    /// <summary>The names of all applied faults, for the log.</summary>
    public string? Name { get; } = name;

    /// <summary>
    /// Whether the service processes the request before the fault applies. Sending half a body requires a complete response
    /// first.
    /// </summary>
    public bool ProcessesRequest => Fault is null || Fault.AfterProcessing || Fault.Action is FaultAction.Truncate or FaultAction.Stall;
}
