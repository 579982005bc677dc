namespace HuaweiDms;

/// <summary>
/// Calculates the target offsets. It sends no requests. Relative targets become absolute here, so that a request that is sent twice cannot
/// move an offset twice.
/// </summary>
internal static class OffsetPlanner
{
    /// <summary>
    /// An offset beyond every end that a double can still represent exactly. The service moves it to the end (5.6.5), as it moves 0 to the
    /// beginning.
    /// </summary>
    public const long BeyondTheEnd = 9007199254740991;

    /// <summary>Plans the reset of a partition.</summary>
    /// <param name="target">The requested target.</param>
    /// <param name="topic">The name of the topic.</param>
    /// <param name="partition">The partition number.</param>
    /// <param name="range">The range of the partition; null if the topic has no such partition.</param>
    /// <param name="current">The committed offset; null for none.</param>
    /// <param name="position">The offset that the requested time leads to; null for other targets, and if unknown.</param>
    public static OffsetResetPlan Plan(OffsetTarget target, string topic, int partition, PartitionRange? range, long? current, TimePosition? position = null)
    {
        OffsetResetPlan plan = new()
        {
            Topic = topic,
            Partition = partition,
            CurrentOffset = current,
            StartOffset = range?.Earliest,
            EndOffset = range?.Latest,
            Time = target.Kind == OffsetTargetKind.Time ? target.Time : null,
        };
        if (range is null)
            return plan.Refuse(Format(Text.NoSuchPartition, topic, partition));
        if (target.Kind is OffsetTargetKind.Shift or OffsetTargetKind.Current && current is null)
            return plan.Refuse(Text.NothingCommitted);
        if (target.Kind == OffsetTargetKind.Time && position is null)
            return plan;

        long wanted = Wanted(target, range, current ?? 0, position);
        plan.TargetOffset = Math.Min(Math.Max(wanted, range.Earliest), range.Latest);
        plan.Clamped = plan.TargetOffset != wanted || position?.IsOutside == true;
        plan.Status = plan.TargetOffset == current ? OffsetResetStatus.Unchanged : OffsetResetStatus.Planned;
        return plan;
    }

    /// <summary>
    /// Returns the smallest number of requests that carry out the plans of a topic: one for all of its partitions if a single value leads
    /// the service to the same offsets, otherwise one for each partition that changes.
    /// </summary>
    /// <param name="plans">The plans of one topic.</param>
    /// <param name="target">The target that all of them were made for; null if each has its own.</param>
    /// <param name="partitionCount">The number of partitions of the topic.</param>
    public static IEnumerable<(OffsetReset Request, IReadOnlyList<OffsetResetPlan> Plans)> Requests(
        IReadOnlyList<OffsetResetPlan> plans, OffsetTarget? target, int partitionCount)
    {
        OffsetResetPlan[] possible = [.. plans.Where(plan => plan.Status is OffsetResetStatus.Planned or OffsetResetStatus.Unchanged)];
        OffsetResetPlan[] changing = [.. possible.Where(plan => plan.Status == OffsetResetStatus.Planned)];
        if (changing.Length > 1 && possible.Length == partitionCount && ForAll(changing, target) is { } one)
            return [(one, possible)];
        return changing.Select(plan => (Request: One(plan), Plans: (IReadOnlyList<OffsetResetPlan>)[plan]));
    }

    /// <summary>Creates the request for a single partition.</summary>
    public static OffsetReset One(OffsetResetPlan plan)
        => plan.Time is { } time
            ? OffsetReset.ToTime(plan.Topic!, plan.Partition, time)
            : OffsetReset.ToOffset(plan.Topic!, plan.Partition, plan.TargetOffset!.Value);

    private static OffsetReset? ForAll(OffsetResetPlan[] plans, OffsetTarget? target)
    {
        string topic = plans[0].Topic!;
        return target?.Kind switch
        {
            OffsetTargetKind.Earliest => OffsetReset.ToOffset(topic, null, 0),
            OffsetTargetKind.Latest => OffsetReset.ToOffset(topic, null, BeyondTheEnd),
            OffsetTargetKind.Offset => OffsetReset.ToOffset(topic, null, target.Number),
            OffsetTargetKind.Time => OffsetReset.ToTime(topic, null, target.Time),
            _ => null,
        };
    }

    private static long Wanted(OffsetTarget target, PartitionRange range, long current, TimePosition? position)
        => target.Kind switch
        {
            OffsetTargetKind.Earliest => range.Earliest,
            OffsetTargetKind.Latest => range.Latest,
            OffsetTargetKind.Offset => target.Number,
            OffsetTargetKind.Time => position!.Offset,
            // An offset beyond 64 bits is beyond every end anyway.
            OffsetTargetKind.Shift => Totals.Add(current, target.Number),
            _ => current,
        };
}
