using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A planned change that the service finishes later, with -Wait.</summary>
public abstract class WaitingCmdlet : PlannedCmdlet
{
    /// <summary>Waits until the service has finished.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>The maximum time to wait. The default is one hour.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The noun for counting the items that are waited for.</summary>
    private protected virtual string CountedNoun => "instance";

    private protected override async Task SendAsync(IPipeline pipeline, IReadOnlyList<(InstanceReference Instance, PlannedChange Change)> agreed)
    {
        using SendAndWait run = new(pipeline, $"{Purpose}: {Counted(agreed.Count, CountedNoun)}", ThrottleLimit, agreed.Count, Wait ? Timeout : null);
        WorkItem[] items =
        [
            .. agreed.Select(item => new WorkItem(item.Change.Subject, item.Change.Target, inner => RunAsync(run, item.Instance, item.Change, inner))),
        ];
        await run.RunAsync(items, Purpose).ConfigureAwait(false);
    }

    /// <summary>
    /// Sends one change and waits for it. An unfinished change must not flow into the next command, so its result becomes the
    /// target of the error: the ids in it identify the operation.
    /// </summary>
    private protected virtual async Task<object?> RunAsync(SendAndWait run, InstanceReference instance, PlannedChange change, IPipeline pipeline)
    {
        object? result = await run.RequestAsync(() => change.Send(pipeline)).ConfigureAwait(false);
        if (Wait && change.Watch?.Invoke(result) is { } target)
        {
            Failure? over = await run.TryWaitAsync(target, change.Goal).ConfigureAwait(false);
            if (over is not null)
                throw new FailureException(over);
        }
        return await run.RequestAsync(() => change.Finish(result, pipeline)).ConfigureAwait(false);
    }
}
