using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.Transport;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A batch of Kafka instances, with -Wait.</summary>
public abstract class InstanceBatchCmdlet : BatchCmdlet
{
    /// <summary>Waits until the service has finished with each instance. Results are emitted as they arrive.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>The maximum time to wait. The default is one hour.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(1);

    private readonly InstanceStatusReader _statusReader = new();

    /// <summary>The state that ends the operation.</summary>
    private protected abstract WaitGoal Goal { get; }

    private protected override bool IsDestructive => true;

    private protected override int BatchSize => InstancesApi.BatchSize;

    private protected override ActionResult NewResult(BatchItem item) => ResultOf(item);

    /// <summary>Prompts for each instance and keeps it for the end.</summary>
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
        => await ReachAsync(pipeline, waiter, item, ResultOf(item), WaitGoal.Settled(), WaitGoal.DeletedState).ConfigureAwait(false) is not null;

    /// <summary>Waits for one item. If that fails, emits its result and its error; the other items are not affected.</summary>
    /// <returns>The state that was reached; null if the wait failed.</returns>
    private async Task<string?> ReachAsync(IPipeline pipeline, Waiter waiter, BatchItem item, InstanceActionResult result, WaitGoal goal, string? missing)
    {
        try
        {
            return await waiter.WaitAsync(_statusReader.Target(item.Context, item.Id, item.Subject, result, missing), goal).ConfigureAwait(false);
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

    /// <summary>Sends the items and waits for each accepted one. An item in a transient busy state is kept for a second attempt.</summary>
    private async Task SendAndWaitAsync(IPipeline pipeline, Waiter waiter, IReadOnlyList<BatchItem> items, List<BatchItem>? stillBusy)
    {
        List<Task> waits = [];
        try
        {
            await RunAsync(items, ReportAsync, pipeline.Stop).ConfigureAwait(false);
        }
        finally
        {
            await Task.WhenAll(waits).ConfigureAwait(false);
        }

        Task ReportAsync(BatchItem item, ActionResult outcome, Exception? error)
        {
            InstanceActionResult result = (InstanceActionResult)outcome;
            bool isBusy = error is DmsException { Kind: DmsErrorKind.Busy } || WaitGoal.IsTransient(result.Status);
            if (result.Succeeded)
                waits.Add(WaitAsync(pipeline, waiter, item, result));
            else if (error is null && result.ErrorCode == ItemErrors.OutcomeUnknown)
                waits.Add(WaitOpenAsync(pipeline, waiter, item, result));
            else if (isBusy && stillBusy is not null)
                stillBusy.Add(item);
            else
                return WriteAsync(pipeline, item, result, error);
            return Task.CompletedTask;
        }
    }

    private protected override async Task ExplainAsync(BatchItem item, ActionResult outcome, CancellationToken cancellationToken)
    {
        InstanceActionResult result = (InstanceActionResult)outcome;
        if (result.ErrorCode != ItemErrors.Failed)
            return;
        try
        {
            Instance instance = await item.Context.Client.Instances.GetAsync(result.InstanceId!, cancellationToken).ConfigureAwait(false);
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

    /// <summary>The result of an instance, without an outcome.</summary>
    private protected InstanceActionResult ResultOf(BatchItem item)
        => new() { Context = item.Context.Name, InstanceId = item.Id, Instance = item.Name, Name = item.Name, Action = ServiceAction };

    /// <summary>
    /// Waits until the instance is idle, for an operation whose outcome the service did not report. A missing instance proves that
    /// it was deleted; nothing proves that it was not restarted.
    /// </summary>
    private async Task WaitOpenAsync(IPipeline pipeline, Waiter waiter, BatchItem item, InstanceActionResult result)
    {
        string? state = await ReachAsync(pipeline, waiter, item, result, WaitGoal.SettledAfterChange(), WaitGoal.DeletedState).ConfigureAwait(false);
        if (state is null)
            return;
        result.Status = state;
        if (Goal.Missing is not null && Goal.IsReached(state))
            result.Succeed();
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
