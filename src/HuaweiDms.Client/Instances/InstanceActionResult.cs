namespace HuaweiDms;

/// <summary>What became of one item of a batch (5.1.6, 7.1.1.5, DCS).</summary>
public sealed class InstanceActionResult : DmsResource
{
    /// <summary>The instance.</summary>
    public string? InstanceId { get; set; }

    /// <summary>Its name, where known.</summary>
    public string? Name { get; set; }

    /// <summary>What was asked: <c>restart</c>, <c>delete</c> …</summary>
    public string? Action { get; set; }

    /// <summary>Whether the service accepted it.</summary>
    public bool Succeeded { get; set; }

    /// <summary>The state it was in when last looked at; null where nobody looked.</summary>
    public string? Status { get; set; }

    /// <summary>The error's stable id; null on success.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>Why it failed, or what happened.</summary>
    public string? Message { get; set; }

    /// <summary>Instance, action and outcome.</summary>
    public override string ToString() => $"{Action} {InstanceId}: {(Succeeded ? "success" : "failed")}";
}
