using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Stops Redis instances (DCS: stop). Redis 4.0 or later.</summary>
[Cmdlet(VerbsLifecycle.Stop, "DcsInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(InstanceActionResult))]
public sealed class StopDcsInstance : DcsBatchCmdlet
{
    private protected override string Action => "Stop";

    private protected override Task<IReadOnlyList<InstanceActionResult>> SendAsync(
        DmsContext context, IReadOnlyList<string> ids, CancellationToken stop)
        => context.Client.Dcs.ActAsync(DcsAction.Stop, ids, stop);
}
