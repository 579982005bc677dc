using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Removes client quotas (5.2.13); one that does not exist is refused before anything is sent.</summary>
[Cmdlet(VerbsCommon.Remove, "DmsClientQuota", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.ClientQuota")]
public sealed class RemoveDmsClientQuota : QuotaCmdlet
{
    private protected override string Purpose => "Remove the quota";

    private protected override PlannedChange Plan(DmsContext context, InstanceReference instance, ClientQuota wanted, ClientQuota? current)
        => To(context, instance, $"Remove the quota of {wanted}", pipeline => context.Client.Quotas.DeleteAsync(instance.Id, current!, pipeline.Stop));
}
