namespace HuaweiDms.PowerShell.Engine;

/// <summary>What is about to happen to one topic of a batch, or why nothing is.</summary>
internal sealed class TopicPlan
{
    /// <summary>What is about to happen, as -WhatIf says it; null where nothing is left to do.</summary>
    public string? Action { get; private init; }

    /// <summary>Why it cannot be done; null where it can.</summary>
    public Failure? Refusal { get; private init; }

    /// <summary>What is sent.</summary>
    public object? Payload { get; private init; }

    /// <summary>Whether something is lost by it, so that it is asked about.</summary>
    public bool IsLoss { get; private init; }

    /// <summary>What somebody should know who agrees to it; null where it is nothing.</summary>
    public string? Warning { get; private init; }

    public static TopicPlan Refused(Failure why) => new() { Refusal = why };

    /// <summary>Everything is as it is wished.</summary>
    public static TopicPlan Nothing { get; } = new();

    public static TopicPlan To(string action, object payload, bool isLoss, string? warning = null)
        => new() { Action = action, Payload = payload, IsLoss = isLoss, Warning = warning };
}
