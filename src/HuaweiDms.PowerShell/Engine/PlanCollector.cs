using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A pipeline whose objects are plans: they are kept, and everything else goes its way.</summary>
internal sealed class PlanCollector(IPipeline pipeline, List<(InstanceReference Instance, PlannedChange Change)> planned) : IPipeline
{
    public CancellationToken Stop => pipeline.Stop;

    public Task WriteAsync(object item)
    {
        planned.Add(((InstanceReference, PlannedChange))item);
        return Task.CompletedTask;
    }

    public Task WriteAllAsync<T>(IReadOnlyList<T> items) => pipeline.WriteAllAsync(items);

    public Task WriteErrorAsync(Failure failure) => pipeline.WriteErrorAsync(failure);

    public void WriteVerbose(string message) => pipeline.WriteVerbose(message);

    public void WriteWarning(string message) => pipeline.WriteWarning(message);

    public void WriteProgress(Progress progress) => pipeline.WriteProgress(progress);

    public Task<bool> AskAsync(string target, string action) => pipeline.AskAsync(target, action);

    public Task OnPipelineThreadAsync(Action action) => pipeline.OnPipelineThreadAsync(action);
}
