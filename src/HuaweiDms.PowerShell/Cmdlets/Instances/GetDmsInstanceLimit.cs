using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Reads how many more partitions (5.5.3; v1.0: 7.1.1.8) and Smart Connect tasks (5.3.4) instances can have.</summary>
[Cmdlet(VerbsCommon.Get, "DmsInstanceLimit")]
[OutputType("HuaweiDms.InstanceLimits")]
public sealed class GetDmsInstanceLimit : InstanceReadCmdlet
{
    private protected override Func<IPipeline, Task<object?>> Reader(DmsContext context, InstanceReference instance)
        => async pipeline =>
        {
            TopicLimits topics = await context.Client.Topics.GetLimitsAsync(instance.Id, pipeline.Stop).ConfigureAwait(false);
            return InstanceLimits.Of(topics, await ReadTasksAsync(context, instance.Id, pipeline.Stop).ConfigureAwait(false));
        };

    /// <summary>Returns null if Smart Connect is off.</summary>
    private static async Task<SmartConnectLimits?> ReadTasksAsync(DmsContext context, string instanceId, CancellationToken cancellationToken)
    {
        try
        {
            return await context.Client.SmartConnect.GetLimitsAsync(instanceId, cancellationToken).ConfigureAwait(false);
        }
        catch (DmsException off) when (off.ErrorId == Failures.SmartConnectOffId)
        {
            return null;
        }
    }
}
