using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.Transport;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A batch over Kafka instances, with -Wait.</summary>
public abstract class InstanceBatchCmdlet : BatchCmdlet
{
    /// <summary>Waits until the operation has ended for each instance. Results come as they are reached.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait at most; one hour by default.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(1);

    private readonly InstanceLooks _looks = new();

    /// <summary>When the operation has ended.</summary>
    private protected abstract WaitGoal Goal { get; }

    private protected override bool LosesOfInstance => true;

    private protected override int BatchSize => InstancesApi.BatchSize;

    private protected override ActionResult NewResult(BatchItem item) => ResultOf(item);

    /// <summary>Asks about each instance and keeps it for the end.</summary>
    private protected void Collect(IEnumerable<InstanceReference> instances)
    {
        foreach ((DmsContext context, InstanceReference instance) in Resolve(instances))
            Collect(new BatchItem(context, instance.Id, instance.KnownName, Place(context)));
    }

    private protected override async Task RunBatchAsync(IPipeline pipeline)
    {
        if (!Wait)
        {
            await base.RunBatchAsync(pipeline).ConfigureAwait(false);
            return;
        }
        using Waiter waiter = new(pipeline, $"{Purpose} {Counted(Items.Count, "instance")}", Items.Count, Timeout);
        List<BatchItem> busy = [];
        await SendAndWaitAsync(pipeline, waiter, Items, busy).ConfigureAwait(false);
        bool[] ready = await Task.WhenAll(busy.Select(item => WaitUntilReadyAsync(pipeline, waiter, item))).ConfigureAwait(false);
        await SendAndWaitAsync(pipeline, waiter, [.. busy.Where((_, index) => ready[index])], stillBusy: null).ConfigureAwait(false);
    }

    private async Task<bool> WaitUntilReadyAsync(IPipeline pipeline, Waiter waiter, BatchItem item)
        => await ReachAsync(pipeline, waiter, item, ResultOf(item), WaitGoal.Settled(), WaitGoal.Gone).ConfigureAwait(false) is not null;

    /// <summary>Waits for one item. One for which that fails gets its result and its error, and costs the others nothing.</summary>
    /// <returns>The state it has come to; null where it has not.</returns>
    private async Task<string?> ReachAsync(IPipeline pipeline, Waiter waiter, BatchItem item, InstanceActionResult result, WaitGoal goal, string? missing)
    {
        try
        {
            return await waiter.WaitAsync(_looks.Target(item.Context, item.Id, item.Subject, result, missing), goal).ConfigureAwait(false);
        }
        catch (Exception error) when (!pipeline.Stop.IsCancellationRequested)
        {
            Failure failure = Failures.From(error, result, Purpose, item.Subject);
            result.Status = failure.State ?? result.Status;
            result.Fail(failure);
            await pipeline.WriteAsync(result).ConfigureAwait(false);
            await pipeline.WriteErrorAsync(failure).ConfigureAwait(false);
            return null;
        }
    }

    /// <summary>Sends the items and waits for each that was accepted. One that is busy with something that passes is kept for another time.</summary>
    private async Task SendAndWaitAsync(IPipeline pipeline, Waiter waiter, IReadOnlyList<BatchItem> items, List<BatchItem>? stillBusy)
    {
        List<Task> waits = [];
        await RunAsync(
            items,
            (item, outcome, error) =>
            {
                InstanceActionResult result = (InstanceActionResult)outcome;
                bool isBusy = error is DmsException { Kind: DmsErrorKind.Busy } || WaitGoal.IsPassing(result.Status);
                if (result.Succeeded)
                    waits.Add(WaitAsync(pipeline, waiter, item, result));
                else if (error is null && result.ErrorCode == ItemErrors.OutcomeUnknown)
                    waits.Add(WaitOpenAsync(pipeline, waiter, item, result));
                else if (isBusy && stillBusy is not null)
                    stillBusy.Add(item);
                else
                    return WriteAsync(pipeline, item, result, error);
                return Task.CompletedTask;
            },
            pipeline.Stop).ConfigureAwait(false);
        await Task.WhenAll(waits).ConfigureAwait(false);
    }

    private protected override async Task ExplainAsync(BatchItem item, ActionResult outcome, CancellationToken stop)
    {
        InstanceActionResult result = (InstanceActionResult)outcome;
        if (result.ErrorCode != ItemErrors.Failed)
            return;
        try
        {
            Instance instance = await item.Context.Client.Instances.GetAsync(result.InstanceId!, stop).ConfigureAwait(false);
            result.Name ??= instance.Name;
            result.Status = instance.Status;
            if (instance.Status is { Length: > 0 } status && !InstanceStates.IsRunning(status))
                result.Fail(Failures.WrongInstanceStateId, Format(Text.StateForbids, status));
        }
        catch (DmsException error) when (NotFoundErrors.IsObjectMissing(error))
        {
            result.Fail(error);
        }
    }

    /// <summary>The result of an instance, with nothing said of what became of it.</summary>
    private protected InstanceActionResult ResultOf(BatchItem item)
        => new() { Context = item.Context.Name, InstanceId = item.Id, Instance = item.Name, Name = item.Name, Action = ServiceAction };

    /// <summary>
    /// Waits until whatever may go on in an instance has ended, where the service did not say whether anything does. That it is gone
    /// proves that it was deleted; nothing proves that it was not restarted.
    /// </summary>
    private async Task WaitOpenAsync(IPipeline pipeline, Waiter waiter, BatchItem item, InstanceActionResult result)
    {
        if (await ReachAsync(pipeline, waiter, item, result, WaitGoal.SettledAgain(), WaitGoal.Gone).ConfigureAwait(false) is not { } state)
            return;
        result.Status = state;
        if (Goal.Missing is not null && Goal.IsReached(state))
            (result.Succeeded, result.ErrorCode, result.Message) = (true, null, null);
        await WriteAsync(pipeline, item, result, error: null).ConfigureAwait(false);
    }

    /// <summary>Waits for one item and emits its result.</summary>
    private protected async Task WaitAsync(IPipeline pipeline, Waiter waiter, BatchItem item, InstanceActionResult result)
    {
        if (await ReachAsync(pipeline, waiter, item, result, Goal, Goal.Missing).ConfigureAwait(false) is not { } state)
            return;
        result.Status = state;
        await pipeline.WriteAsync(result).ConfigureAwait(false);
    }
}
