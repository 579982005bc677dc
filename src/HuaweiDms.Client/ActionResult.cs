namespace HuaweiDms;

/// <summary>What became of one item of a batch: the service answers 200 when half failed, and says of each item what became of it.</summary>
public abstract class ActionResult : InstanceResource
{
    private protected ActionResult()
    {
    }

    /// <summary>What was asked: <c>restart</c>, <c>delete</c> …</summary>
    public string? Action { get; set; }

    /// <summary>Whether the service accepted it.</summary>
    public bool Succeeded { get; set; }

    /// <summary>The error's stable id; null on success.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>Why it failed, or what happened.</summary>
    public string? Message { get; set; }

    /// <summary>The operation that shows what became of it, where the service says nothing of that; null where the reference has none.</summary>
    internal string? ShownBy { get; set; }

    /// <summary>The item, as the action's text names it.</summary>
    private protected abstract string? Item { get; }

    /// <summary>Action, item and outcome.</summary>
    public override string ToString() => $"{Action} {Item}: {(Succeeded ? "success" : "failed")}";
}
