using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Resumes paused Smart Connect tasks where they stopped (5.3.8).</summary>
[Cmdlet(VerbsLifecycle.Resume, "DmsSmartConnectTask", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.SmartConnectTask")]
public sealed class ResumeDmsSmartConnectTask : SmartConnectStateCmdlet
{
    private protected override string Purpose => "Resume";

    private protected override string ActionFor(string? state) => "Resume where it was paused";

    private protected override string? Objection(string? state) => Is(state, "RUNNING", "WAITING") ? Text.ResumeStateRule : null;

    private protected override Task ChangeAsync(DmsContext context, string instanceId, string taskId, CancellationToken cancellationToken)
        => context.Client.SmartConnect.ResumeAsync(instanceId, taskId, cancellationToken);
}
