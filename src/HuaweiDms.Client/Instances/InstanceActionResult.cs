namespace HuaweiDms;

/// <summary>The result for one instance of a batch (5.1.6, 7.1.1.5, DCS).</summary>
public sealed class InstanceActionResult : ActionResult
{
    /// <summary>The name of the instance, if known.</summary>
    public string? Name { get; set; }

    /// <summary>The last state that was read; null if none was read.</summary>
    public string? Status { get; set; }

    private protected override string? Item => InstanceId;
}
