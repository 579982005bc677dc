using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Restarts Kafka Manager of instances; the brokers keep running (5.2.3).</summary>
[Cmdlet(VerbsLifecycle.Restart, "DmsManager", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.Instance")]
public sealed class RestartDmsManager : InstanceActionCmdlet
{
    private protected override string Purpose => "Restart Kafka Manager";

    private protected override Task ActAsync(DmsContext context, InstanceReference instance, CancellationToken cancellationToken)
        => context.Client.Manager.RestartAsync(instance.Id, cancellationToken);
}
