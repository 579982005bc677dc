using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Permanently turns off Kafka Manager of instances, and with it the cmdlets that depend on it (5.2.12).</summary>
[Cmdlet(VerbsLifecycle.Disable, "DmsManager", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.Instance")]
public sealed class DisableDmsManager : InstanceActionCmdlet, IForceable
{
    /// <summary>Skips the confirmation prompt. -WhatIf still changes nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string Purpose => "Turn off Kafka Manager";

    private protected override string Action => $"{Purpose} permanently, and with it the commands that need it";

    private protected override Task ActAsync(DmsContext context, InstanceReference instance, CancellationToken cancellationToken)
        => context.Client.Manager.DisableAsync(instance.Id, cancellationToken);
}
