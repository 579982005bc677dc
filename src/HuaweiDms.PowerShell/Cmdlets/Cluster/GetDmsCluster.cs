using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Reads the brokers of instances, their controller, and how many topics, partitions and replicas they hold (5.2.6).</summary>
[Cmdlet(VerbsCommon.Get, "DmsCluster")]
[OutputType("HuaweiDms.Cluster")]
public sealed class GetDmsCluster : InstanceReadCmdlet
{
    private protected override Func<IPipeline, Task<object?>> Reader(DmsContext context, InstanceReference instance)
        => async pipeline => await context.Client.Cluster.GetAsync(instance.Id, pipeline.Stop).ConfigureAwait(false);
}
