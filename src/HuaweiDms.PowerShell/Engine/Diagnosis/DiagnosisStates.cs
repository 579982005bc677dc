namespace HuaweiDms.PowerShell.Engine;

/// <summary>Watches diagnoses until their reports are complete.</summary>
internal static class DiagnosisStates
{
    /// <summary>A new diagnosis appears in the list with a delay.</summary>
    private const string NotListed = "not listed yet";

    public static WaitTarget Target(DmsContext context, string instanceId, string reportId, string subject, object target)
        => new(subject, target, async cancellationToken =>
        {
            DiagnosisSummary? diagnosis = await context.Client.Diagnosis.FindAsync(instanceId, reportId, cancellationToken).ConfigureAwait(false);
            return diagnosis is null ? NotListed : diagnosis.Status ?? WaitGoal.Unknown;
        })
        {
            ShownBy = $"Get-DmsDiagnosis -ReportId {reportId} -InstanceId {instanceId}",
        };
}
