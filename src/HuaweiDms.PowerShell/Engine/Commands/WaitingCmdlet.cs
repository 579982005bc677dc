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
    /// Sends one change and waits for it. What a wait did not see done must not flow into the next command: its result is the target of the
    /// error, as the ids in it are how somebody gets back to it.
    /// </summary>
    private protected virtual async Task<object?> RunAsync(SendAndWait run, InstanceReference instance, PlannedChange change, IPipeline pipeline)
    {
        object? result = await run.RequestAsync(() => change.Send(pipeline)).ConfigureAwait(false);
        if (Wait && change.Watch?.Invoke(result) is { } target && await run.TryWaitAsync(target, change.Goal).ConfigureAwait(false) is { } over)
            throw new FailureException(over);
        return await run.RequestAsync(() => change.Finish(result, pipeline)).ConfigureAwait(false);
    }
}
