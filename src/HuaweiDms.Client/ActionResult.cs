namespace HuaweiDms;

/// <summary>
/// The result for one item of a batch. The service responds with status 200 even if half of a batch failed, and reports the outcome of each
/// item.
/// </summary>
public abstract class ActionResult : InstanceResource
{
    private protected ActionResult()
    {
    }

    /// <summary>The action, such as <c>restart</c> or <c>delete</c>.</summary>
    public string? Action { get; set; }

    /// <summary>Whether the service accepted it.</summary>
    public bool Succeeded { get; set; }

    /// <summary>The stable id of the error; null on success.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>The reason for the failure, or what happened.</summary>
    public string? Message { get; set; }

    /// <summary>The operation that shows the outcome if the service does not report it; null if the reference has none.</summary>
    internal string? ShownBy { get; set; }

    /// <summary>The exception behind the failure; null if the service reported the failure of the item.</summary>
    internal DmsException? Cause { get; set; }

    /// <summary>The item, as it appears in the text of the action.</summary>
    private protected abstract string? Item { get; }

    /// <summary>Records that the action failed, or that its outcome was not reported.</summary>
    internal void Fail(string errorCode, string message)
    {
        Succeeded = false;
        Cause = null;
        ErrorCode = errorCode;
        Message = message;
    }

    /// <summary>Returns the action, the item and the outcome.</summary>
    public override string ToString() => $"{Action} {Item}: {(Succeeded ? "success" : "failed")}";
}
