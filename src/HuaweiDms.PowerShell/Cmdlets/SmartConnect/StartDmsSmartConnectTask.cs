using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Starts Smart Connect tasks that were created with -StartLater (5.3.9). Any other task is refused, because the same request would
/// restart it.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "DmsSmartConnectTask", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.SmartConnectTask")]
public sealed class StartDmsSmartConnectTask : SmartConnectStateCmdlet
{
    private protected override string Purpose => "Start";

    private protected override string ActionFor(string? state) => "Start";

    private protected override string? Objection(string? state) => Is(state, "WAITING") ? null : Text.StartStateRule;

    private protected override Task ChangeAsync(DmsContext context, string instanceId, string taskId, CancellationToken cancellationToken)
        => context.Client.SmartConnect.RestartAsync(instanceId, taskId, cancellationToken);
}
