using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Pauses running Smart Connect tasks (5.3.7). They keep their progress.</summary>
[Cmdlet(VerbsLifecycle.Suspend, "DmsSmartConnectTask", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.SmartConnectTask")]
public sealed class SuspendDmsSmartConnectTask : SmartConnectStateCmdlet
{
    private protected override string Purpose => "Pause";

    private protected override string State => "PAUSED";

    private protected override string ActionFor(string? state) => "Pause";

    private protected override string? Objection(string? state) => Is(state, "PAUSED", "WAITING") ? Text.SuspendStateRule : null;

    private protected override Task ChangeAsync(DmsContext context, string instanceId, string taskId, CancellationToken cancellationToken)
        => context.Client.SmartConnect.PauseAsync(instanceId, taskId, cancellationToken);
}
