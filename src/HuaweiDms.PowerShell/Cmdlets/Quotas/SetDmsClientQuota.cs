using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Changes rates of quotas (5.2.16); a rate that is not named stays as it is, and rates that are as wished already are not sent. One that does not exist is refused before anything is sent.</summary>
[Cmdlet(VerbsCommon.Set, "DmsClientQuota", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.ClientQuota")]
public sealed class SetDmsClientQuota : QuotaRateCmdlet
{
    private protected override string Purpose => "Change the quota";

    private protected override string? MissingAdvice => Text.QuotaMissingAdvice;

    private protected override PlannedChange Plan(DmsContext context, InstanceReference instance, ClientQuota wanted, ClientQuota? current)
    {
        ClientQuota present = current!;
        ClientQuota changed = new()
        {
            UserName = wanted.UserName,
            ClientId = wanted.ClientId,
            DefaultUser = wanted.DefaultUser,
            DefaultClient = wanted.DefaultClient,
            ProducerByteRate = wanted.ProducerByteRate ?? present.ProducerByteRate,
            ConsumerByteRate = wanted.ConsumerByteRate ?? present.ConsumerByteRate,
        };
        return (changed.ProducerByteRate, changed.ConsumerByteRate) == (present.ProducerByteRate, present.ConsumerByteRate)
            ? PlannedChange.Done(present)
            : To(
                context,
                instance,
                $"Change the quota of {changed}: {Rates(present)} -> {Rates(changed)}",
                pipeline => context.Client.Quotas.UpdateAsync(instance.Id, changed, pipeline.Stop));
    }
}
