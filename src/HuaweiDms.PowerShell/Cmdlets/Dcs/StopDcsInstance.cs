using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Stops Redis instances (DCS: stop). Requires Redis 4.0 or later.</summary>
[Cmdlet(VerbsLifecycle.Stop, "DcsInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.InstanceActionResult")]
public sealed class StopDcsInstance : DcsBatchCmdlet
{
    private protected override string Purpose => "Stop";

    private protected override DcsAction Operation() => DcsAction.Stop;
}
