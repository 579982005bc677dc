namespace HuaweiDms;

/// <summary>What became of one instance of a batch (5.1.6, 7.1.1.5, DCS).</summary>
public sealed class InstanceActionResult : ActionResult
{
    /// <summary>Its name, where known.</summary>
    public string? Name { get; set; }

    /// <summary>The state it was in when last looked at; null where nobody looked.</summary>
    public string? Status { get; set; }

    private protected override string? Item => InstanceId;
}
