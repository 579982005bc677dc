using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Starts stopped Redis instances (DCS: start). Requires Redis 4.0 or later.</summary>
[Cmdlet(VerbsLifecycle.Start, "DcsInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.InstanceActionResult")]
public sealed class StartDcsInstance : DcsBatchCmdlet
{
    private protected override string Purpose => "Start";

    private protected override DcsAction Operation() => DcsAction.Start;
}
