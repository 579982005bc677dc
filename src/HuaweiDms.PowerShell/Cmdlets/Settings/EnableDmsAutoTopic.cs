using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Turns on automatic topic creation of instances: a topic is created when a client first uses it (5.2.4).</summary>
[Cmdlet(VerbsLifecycle.Enable, "DmsAutoTopic", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.Instance")]
public sealed class EnableDmsAutoTopic : AutoTopicCmdlet
{
    private protected override bool Enable => true;
}
