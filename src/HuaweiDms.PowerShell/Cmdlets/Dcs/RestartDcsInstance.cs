using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Restarts Redis instances, or only their Redis process (DCS: restart, soft_restart).</summary>
[Cmdlet(VerbsLifecycle.Restart, "DcsInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.InstanceActionResult")]
public sealed class RestartDcsInstance : DcsBatchCmdlet
{
    /// <summary>Restarts only the Redis process.</summary>
    [Parameter]
    public SwitchParameter Soft { get; set; }

    private protected override string Purpose => Soft ? "Restart the process" : "Restart";

    private protected override DcsAction Operation() => Soft ? DcsAction.SoftRestart : DcsAction.Restart;
}
