using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Restarts Redis instances, whole or their process only (DCS: restart, soft_restart).</summary>
[Cmdlet(VerbsLifecycle.Restart, "DcsInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.InstanceActionResult")]
public sealed class RestartDcsInstance : DcsBatchCmdlet
{
    /// <summary>Restarts the Redis process only.</summary>
    [Parameter]
    public SwitchParameter Soft { get; set; }

    private protected override string Purpose => Soft ? "Restart the process" : "Restart";

    private protected override DcsAction Operation() => Soft ? DcsAction.SoftRestart : DcsAction.Restart;
}
