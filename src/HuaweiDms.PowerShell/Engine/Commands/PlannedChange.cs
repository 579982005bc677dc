namespace HuaweiDms.PowerShell.Engine;

/// <summary>What a cmdlet is about to do to one instance or a part of it, or why it does nothing.</summary>
internal sealed class PlannedChange
{
    private PlannedChange(WaitGoal? goal = null, Func<object?, IPipeline, Task<object?>>? finish = null)
    {
        Goal = goal ?? TaskStates.Success;
        Finish = finish ?? ((result, _) => Task.FromResult(result));
    }

    /// <summary>What is changed, as a person would name it; left empty, it is called as before it was looked at.</summary>
    public string Subject { get; set; } = string.Empty;

    /// <summary>The object of a failure's record.</summary>
    public object Target { get; set; } = string.Empty;

    /// <summary>What is about to happen, as -WhatIf says it.</summary>
    public string Action { get; private init; } = string.Empty;

    /// <summary>Why nothing is done; empty where something is.</summary>
    public IReadOnlyList<Failure> Refusals { get; private init; } = [];

    /// <summary>What cannot be done, while the rest can.</summary>
    public IReadOnlyList<Failure> PartialFailures { get; set; } = [];

    /// <summary>What somebody should know who agrees to it.</summary>
    public IReadOnlyList<string> Warnings { get; set; } = [];

    /// <summary>What is emitted where nothing is sent: it was refused, not agreed to, or there is nothing to send.</summary>
    public IReadOnlyList<object> Unsent { get; set; } = [];

    /// <summary>Whether there is something to send.</summary>
    public bool IsPossible { get; private init; }

    /// <summary>What is there already, so that nothing is left to do; null where something is done or refused.</summary>
    public object? Present { get; private init; }

    /// <summary>Whether nothing is left to do, because all is as wished.</summary>
    public bool IsNone => !IsPossible && Refusals.Count == 0;

    /// <summary>Sends the change; what comes back is its result.</summary>
    public Func<IPipeline, Task<object?>> Send { get; private init; } = _ => Task.FromResult<object?>(null);

    /// <summary>What -Wait watches, given the result; null where there is nothing to wait for.</summary>
    public Func<object?, WaitTarget?>? Watch { get; private init; }

    /// <summary>What the watched object has to reach.</summary>
    public WaitGoal Goal { get; }

    /// <summary>Makes what is emitted from the result, when the change was sent and waited for.</summary>
    public Func<object?, IPipeline, Task<object?>> Finish { get; }

    public static PlannedChange Refused(IReadOnlyList<Failure> why) => new() { Refusals = why };

    /// <summary>Nothing to do: what is wanted is there, and is emitted.</summary>
    public static PlannedChange Done(object present) => new() { Present = present };

    /// <summary>Nothing to do, and only what was asked for is emitted.</summary>
    public static PlannedChange None(IReadOnlyList<object> emitted) => new() { Unsent = emitted };

    public static PlannedChange To(
        string action,
        Func<IPipeline, Task<object?>> send,
        Func<object?, WaitTarget?>? watch = null,
        WaitGoal? goal = null,
        Func<object?, IPipeline, Task<object?>>? finish = null)
        => new(goal, finish) { IsPossible = true, Action = action, Send = send, Watch = watch };
}
