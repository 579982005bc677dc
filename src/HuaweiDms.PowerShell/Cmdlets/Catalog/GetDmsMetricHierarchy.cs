using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Reads what Cloud Eye measures for instances: dimensions, metrics, and the objects that have them (5.12.4).</summary>
[Cmdlet(VerbsCommon.Get, "DmsMetricHierarchy")]
[OutputType("HuaweiDms.MetricHierarchy")]
public sealed class GetDmsMetricHierarchy : InstanceReadCmdlet
{
    private protected override Func<IPipeline, Task<object?>> Reader(DmsContext context, InstanceReference instance)
        => async pipeline => await context.Client.Catalog.GetMetricHierarchyAsync(instance.Id, pipeline.Stop).ConfigureAwait(false);
}
