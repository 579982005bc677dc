using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Sets a new password for Kafka Manager of instances (5.2.2).</summary>
[Cmdlet(VerbsCommon.Reset, "DmsManagerPassword", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByPassword)]
[OutputType("HuaweiDms.Instance")]
public sealed class ResetDmsManagerPassword : InstancePasswordCmdlet
{
    private protected override string Purpose => "Reset the Kafka Manager password";

    private protected override Task ResetAsync(DmsContext context, InstanceReference instance, Secret password, CancellationToken cancellationToken)
        => context.Client.Manager.ResetPasswordAsync(instance.Id, password, cancellationToken);
}
