namespace HuaweiDms.PowerShell.Engine;

/// <summary>The planned change of one topic of a batch, or why nothing is done.</summary>
internal sealed class TopicPlan
{
    /// <summary>The description of the change for -WhatIf; null if nothing is left to do.</summary>
    public string? Action { get; private init; }

    /// <summary>Why it is not possible; null if it is.</summary>
    public Failure? Refusal { get; private init; }

    /// <summary>What is sent.</summary>
    public object? Payload { get; private init; }

    /// <summary>Whether something is lost, so that the command prompts.</summary>
    public bool IsLoss { get; private init; }

    /// <summary>The warning to show before the confirmation prompt; null if there is none.</summary>
    public string? Warning { get; private init; }

    public static TopicPlan Refused(Failure why) => new() { Refusal = why };

    /// <summary>Everything is as requested.</summary>
    public static TopicPlan Nothing { get; } = new();

    public static TopicPlan To(string action, object payload, bool isLoss, string? warning = null)
        => new() { Action = action, Payload = payload, IsLoss = isLoss, Warning = warning };
}
