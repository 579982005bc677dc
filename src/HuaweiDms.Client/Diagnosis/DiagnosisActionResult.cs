namespace HuaweiDms;

/// <summary>The result for one report of a batch (5.11.4).</summary>
public sealed class DiagnosisActionResult : ActionResult
{
    /// <summary>The id of the report.</summary>
    public string? ReportId { get; set; }

    private protected override string? Item => ReportId;
}
