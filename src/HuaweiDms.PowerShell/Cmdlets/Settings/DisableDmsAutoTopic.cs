using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Turns off automatic topic creation of instances (5.2.4).</summary>
[Cmdlet(VerbsLifecycle.Disable, "DmsAutoTopic", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.Instance")]
public sealed class DisableDmsAutoTopic : AutoTopicCmdlet
{
    private protected override bool Enable => false;
}
