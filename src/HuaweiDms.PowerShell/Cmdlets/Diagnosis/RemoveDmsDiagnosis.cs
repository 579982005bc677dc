using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Removes diagnosis reports (5.11.4).</summary>
[Cmdlet(VerbsCommon.Remove, "DmsDiagnosis", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.DiagnosisActionResult")]
public sealed class RemoveDmsDiagnosis : InstanceItemBatchCmdlet
{
    /// <summary>The reports, by id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ReportIdCompleter))]
    public string[] ReportId { get; set; } = [];

    private protected override string Purpose => "Remove the diagnosis report";

    private protected override string ServiceAction => "delete";

    private protected override string Noun => "diagnosis report";

    private protected override string ListCommand => "Get-DmsDiagnosis";

    /// <summary>The reference sets no limit; other batches have this one.</summary>
    private protected override int BatchSize => 50;

    /// <inheritdoc/>
    protected override void ProcessRecord() => Collect(nameof(ReportId), Ids(nameof(ReportId), ReportId, ListCommand));

    private protected override ActionResult NewResult(BatchItem item)
        => new DiagnosisActionResult { ReportId = item.Id, Action = ServiceAction }.In(item.Context, item.Within!);

    private protected override async Task<IReadOnlyList<ActionResult>> SendAsync(IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
        => await items[0].Context.Client.Diagnosis.DeleteAsync(
            items[0].Within!.Id, [.. items.Select(item => item.Id)], cancellationToken).ConfigureAwait(false);

    /// <summary>The service reports only a failure: the report does not exist, or is still being created.</summary>
    private protected override async Task ExplainAsync(BatchItem item, ActionResult result, CancellationToken cancellationToken)
    {
        if (result.ErrorCode != ItemErrors.Failed)
            return;
        string instanceId = item.Within!.Id;
        DiagnosisSummary? diagnosis = await item.Context.Client.Diagnosis.FindAsync(instanceId, item.Id, cancellationToken).ConfigureAwait(false);
        if (diagnosis is null)
            result.Fail(Failures.NotFound(Noun, item.Id, item.Within.Subject, ListCommand));
        else
            result.Message = Format(Text.DiagnosisState, diagnosis.Status);
    }
}
