using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Changes the rates of client quotas (5.2.16). A rate that is omitted stays unchanged; rates that are already as requested are not
/// sent. A quota that does not exist is refused before anything is sent.
/// </summary>
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
