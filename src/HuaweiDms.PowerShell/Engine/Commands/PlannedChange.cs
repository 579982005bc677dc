namespace HuaweiDms.PowerShell.Engine;

/// <summary>The planned change of one instance or a part of it, or why nothing is done.</summary>
internal sealed class PlannedChange
{
    private PlannedChange(WaitGoal? goal = null, Func<object?, IPipeline, Task<object?>>? finish = null)
    {
        Goal = goal ?? TaskStates.Success;
        Finish = finish ?? ((result, _) => Task.FromResult(result));
    }

    /// <summary>The display text of what is changed; if empty, the text known before it was read is used.</summary>
    public string Subject { get; set; } = string.Empty;

    /// <summary>The target object of the error record.</summary>
    public object Target { get; set; } = string.Empty;

    /// <summary>The description of the change for -WhatIf.</summary>
    public string Action { get; private init; } = string.Empty;

    /// <summary>Why nothing is done; empty if something is.</summary>
    public IReadOnlyList<Failure> Refusals { get; private init; } = [];

    /// <summary>The parts that cannot be done although the rest can.</summary>
    public IReadOnlyList<Failure> PartialFailures { get; set; } = [];

    /// <summary>The warnings to show before the confirmation prompt.</summary>
    public IReadOnlyList<string> Warnings { get; set; } = [];

    /// <summary>The objects to emit if nothing is sent: because it was refused, was not confirmed, or there is nothing to send.</summary>
    public IReadOnlyList<object> Unsent { get; set; } = [];

    /// <summary>Whether nothing is lost, so that the prompt of a command with losses is skipped.</summary>
    public bool IsHarmless { get; set; }

    /// <summary>Whether there is something to send.</summary>
    public bool IsPossible { get; private init; }

    /// <summary>The existing object, if nothing is left to do; otherwise null.</summary>
    public object? Present { get; private init; }

    /// <summary>Whether nothing is left to do because everything is already as requested.</summary>
    public bool IsNone => !IsPossible && Refusals.Count == 0;

    /// <summary>Sends the change and returns its result.</summary>
    public Func<IPipeline, Task<object?>> Send { get; private init; } = _ => Task.FromResult<object?>(null);

    /// <summary>What -Wait watches, given the result; null if there is nothing to wait for.</summary>
    public Func<object?, WaitTarget?>? Watch { get; private init; }

    /// <summary>The goal of the watched object.</summary>
    public WaitGoal Goal { get; }

    /// <summary>Converts the result to the output, after the change was sent and waited for.</summary>
    public Func<object?, IPipeline, Task<object?>> Finish { get; }

    public static PlannedChange Refused(IReadOnlyList<Failure> why) => new() { Refusals = why };

    /// <summary>Nothing to do: the requested object exists and is emitted.</summary>
    public static PlannedChange Done(object present) => new() { Present = present };

    /// <summary>Nothing to do: only the given objects are emitted.</summary>
    public static PlannedChange None(IReadOnlyList<object> emitted) => new() { Unsent = emitted };

    public static PlannedChange To(
        string action,
        Func<IPipeline, Task<object?>> send,
        Func<object?, WaitTarget?>? watch = null,
        WaitGoal? goal = null,
        Func<object?, IPipeline, Task<object?>>? finish = null)
        => new(goal, finish) { IsPossible = true, Action = action, Send = send, Watch = watch };
}
