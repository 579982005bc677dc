using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A pipeline whose objects are plans: they are kept, and everything else goes its way.</summary>
internal sealed class PlanCollector(IPipeline pipeline, List<(InstanceReference Instance, PlannedChange Change)> planned) : PipelineDecorator(pipeline)
{
    public override Task WriteAsync(object item)
    {
        planned.Add(((InstanceReference, PlannedChange))item);
        return Task.CompletedTask;
    }
}
