using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Creates client quotas (5.2.15); an existing one is refused before anything is sent.</summary>
[Cmdlet(VerbsCommon.New, "DmsClientQuota", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.ClientQuota")]
public sealed class NewDmsClientQuota : QuotaRateCmdlet
{
    /// <summary>Emits a quota that already exists instead of reporting an error, and warns if its rates differ.</summary>
    [Parameter]
    public SwitchParameter IfNotExists { get; set; }

    private protected override string Purpose => QuotaCreation.Purpose;

    private protected override bool MakesQuotas => true;

    private protected override PlannedChange Plan(DmsContext context, InstanceReference instance, ClientQuota wanted, ClientQuota? current)
    {
        if (current is not null && IfNotExists)
        {
            PlannedChange present = PlannedChange.Done(current);
            if (Differs(wanted.ProducerByteRate, current.ProducerByteRate) || Differs(wanted.ConsumerByteRate, current.ConsumerByteRate))
                present.Warnings = [Format(Text.QuotaDiffers, wanted, instance.Subject, Rates(current), Rates(wanted))];
            return present;
        }
        return current is not null
            ? PlannedChange.Refused([Failures.AlreadyExists(wanted.ToString(), instance.Subject, Text.QuotaExistsAdvice)])
            : To(
                context,
                instance,
                $"{Purpose} of {wanted}: {Rates(wanted)}",
                pipeline => QuotaCreation.RunAsync(pipeline, context, instance, wanted));
    }

    /// <summary>A rate that was not requested matches any rate.</summary>
    private static bool Differs(long? wanted, long? current) => wanted is not null && wanted != current;
}
