using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Creates quotas of users and clients (5.2.15); one that is there already is refused before anything is sent.</summary>
[Cmdlet(VerbsCommon.New, "DmsClientQuota", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.ClientQuota")]
public sealed class NewDmsClientQuota : QuotaRateCmdlet
{
    private protected override string Purpose => QuotaCreation.Purpose;

    private protected override bool MakesQuotas => true;

    private protected override PlannedChange Plan(DmsContext context, InstanceReference instance, ClientQuota wanted, ClientQuota? current)
        => current is not null
            ? PlannedChange.Refused([Failures.AlreadyExists(wanted.ToString(), instance.Subject, Text.QuotaExistsAdvice)])
            : To(
                context,
                instance,
                $"{Purpose} of {wanted}: {Rates(wanted)}",
                pipeline => QuotaCreation.RunAsync(pipeline, context, instance, wanted));
}
