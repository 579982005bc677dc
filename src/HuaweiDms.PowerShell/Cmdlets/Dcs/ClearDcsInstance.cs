using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Permanently deletes all data of Redis instances (DCS: flush). Requires Redis 4.0 or later.</summary>
[Cmdlet(VerbsCommon.Clear, "DcsInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.InstanceActionResult")]
public sealed class ClearDcsInstance : DcsBatchCmdlet
{
    private protected override string Purpose => "Erase all data";

    private protected override DcsAction Operation() => DcsAction.Flush;
}
