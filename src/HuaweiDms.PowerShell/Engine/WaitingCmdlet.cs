using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A planned change that the service finishes later, with -Wait.</summary>
public abstract class WaitingCmdlet : PlannedCmdlet
{
    /// <summary>Waits until the service has finished.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait at most; one hour by default.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>What one of those that are waited for is called, when they are counted.</summary>
    private protected virtual string Thing => "instance";

    private protected override async Task SendAsync(IPipeline pipeline, IReadOnlyList<(InstanceReference Instance, PlannedChange Change)> agreed)
    {
        if (!Wait)
        {
            await base.SendAsync(pipeline, agreed).ConfigureAwait(false);
            return;
        }
        // Whoever waits sends nothing, so only sending takes one of the places.
        using Throttle throttle = new(ThrottleLimit);
        using Waiter waiter = new(pipeline, $"{Purpose}: {Figures.Of(agreed.Count, Thing)}", agreed.Count, Timeout, pollInterval: null, new WaitClock());
        WorkItem[] items =
        [
            .. agreed.Select(item => new WorkItem(
                item.Change.Subject, item.Change.Target, inner => RunAsync(throttle, waiter, item.Instance, item.Change, inner))),
        ];
        await ItemRunner.RunAsync(pipeline, items, Purpose, items.Length).ConfigureAwait(false);
    }

    /// <summary>Sends one change as soon as there is a place for it, and waits for it.</summary>
    private protected virtual async Task<object?> RunAsync(
        Throttle throttle, Waiter waiter, InstanceReference instance, PlannedChange change, IPipeline pipeline)
    {
        object? result = await throttle.RunAsync(() => change.Send(pipeline), pipeline.Stop).ConfigureAwait(false);
        if (change.Watch?.Invoke(result) is { } target)
            await waiter.WaitAsync(target, change.Goal).ConfigureAwait(false);
        return await change.Finish(result, pipeline).ConfigureAwait(false);
    }
}
