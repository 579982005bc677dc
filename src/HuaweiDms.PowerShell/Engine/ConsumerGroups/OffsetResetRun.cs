namespace HuaweiDms.PowerShell.Engine;

/// <summary>Executes planned resets with a limited number of requests in flight.</summary>
internal sealed class OffsetResetRun(string action, int throttleLimit) : IDisposable
{
    private readonly Throttle _throttle = new(throttleLimit);

    /// <summary>Sends the plans of a group; each partition then has its outcome.</summary>
    /// <returns>A failure for each request that failed; its target contains the partitions.</returns>
    public async Task<IReadOnlyList<Failure>> SendAsync(GroupOffsetPlan plan, CancellationToken cancellationToken)
    {
        IReadOnlyList<Failure>[] failures = await Task.WhenAll(
            plan.Requests.Select(request => SendAsync(plan, request.Request, request.Plans, cancellationToken))).ConfigureAwait(false);
        if (plan.Requests.Exists(request => request.Request.Time is not null || request.Request.Offset == OffsetPlanner.BeyondTheEnd))
            await ReadBackAsync(plan, cancellationToken).ConfigureAwait(false);
        return [.. failures.SelectMany(failed => failed)];
    }

    public void Dispose() => _throttle.Dispose();

    /// <summary>
    /// If the service refuses all partitions of a topic together, each is tried separately, so that a bad one does not affect the
    /// others.
    /// </summary>
    private async Task<IReadOnlyList<Failure>> SendAsync(
        GroupOffsetPlan plan, OffsetReset request, IReadOnlyList<OffsetResetPlan> partitions, CancellationToken cancellationToken)
    {
        DmsException? error
            = await _throttle.RunAsync(() => TrySendAsync(plan.Request.Group, request, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (error is not null && partitions.Count > 1 && error.Kind != DmsErrorKind.Busy && BatchRunner.IsAboutContent(error))
        {
            IReadOnlyList<Failure>[] failures = await Task.WhenAll(
                partitions.Select(partition => SendAsync(plan, OffsetPlanner.One(partition), [partition], cancellationToken))).ConfigureAwait(false);
            return [.. failures.SelectMany(failed => failed)];
        }
        foreach (OffsetResetPlan partition in partitions)
        {
            partition.Status = error is null ? OffsetResetStatus.Done : OffsetResetStatus.Failed;
            partition.Message = error?.ServiceMessage ?? error?.Message;
        }
        if (error is null)
            return [];
        // A refusal of the whole request, for example by an instance that is restarting, is one failure, not one per partition.
        return partitions.Count == 1
            ? [Failures.From(error, partitions[0], action, OffsetPlanReader.Subject(plan, partitions[0]))]
            : [Failures.From(error, partitions, action, $"{partitions[0].Topic} of {plan.Request.Group.Subject}")];
    }

    private static async Task<DmsException?> TrySendAsync(ItemReference group, OffsetReset request, CancellationToken cancellationToken)
    {
        try
        {
            await group.Context.Client.ConsumerGroups.ResetOffsetAsync(
                group.Instance.Id, group.Name, request, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (DmsException error)
        {
            return error;
        }
    }

    /// <summary>Reads the offsets that only the service can determine, and enters them in the plan.</summary>
    private static async Task ReadBackAsync(GroupOffsetPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            ConsumerGroup now = await plan.Request.Group.Context.Client.ConsumerGroups
                .GetAsync(plan.Request.Group.Instance.Id, plan.Request.Group.Name, cancellationToken).ConfigureAwait(false);
            ILookup<(string? Topic, int? Partition), ConsumerOffset> found = GroupOffsetPlan.ByPartition(now);
            foreach (OffsetResetPlan partition in plan.Plans.Where(partition => partition.Status == OffsetResetStatus.Done))
            {
                ConsumerOffset? committed = found[(partition.Topic, partition.Partition)].FirstOrDefault();
                partition.TargetOffset = committed?.CurrentOffset ?? partition.TargetOffset;
                if (partition.EndOffset < partition.TargetOffset)
                    partition.EndOffset = committed?.EndOffset ?? partition.EndOffset;
            }
        }
        catch (DmsException)
        {
            // The offsets have been reset nevertheless; the planned values remain.
        }
    }
}
