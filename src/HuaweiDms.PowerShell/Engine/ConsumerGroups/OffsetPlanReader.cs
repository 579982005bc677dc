namespace HuaweiDms.PowerShell.Engine;

/// <summary>Looks at consumer groups and their topics and plans resets of their offsets. Sends nothing that changes anything.</summary>
internal sealed class OffsetPlanReader(string action, int throttleLimit) : IDisposable
{
    private readonly TopicRanges _ranges = new(throttleLimit);

    /// <summary>Plans what is wanted of a group.</summary>
    /// <exception cref="FailureException">There is no such group.</exception>
    public async Task<GroupOffsetPlan> PlanAsync(OffsetWish wish, CancellationToken stop)
    {
        ConsumerGroup group = await GroupLookup.ReadAsync(wish.Group, stop).ConfigureAwait(false);
        GroupOffsetPlan plan = new(wish, group);
        Dictionary<string, int> sizes = new(StringComparer.Ordinal);
        foreach (OffsetScope scope in wish.Scopes)
        {
            foreach (string topic in TopicsOf(group, scope.Topics))
                await PlanTopicAsync(plan, scope, topic, sizes, stop).ConfigureAwait(false);
        }
        if (plan.Plans.Count == 0 && wish.Scopes.TrueForAll(scope => scope.Topics.All))
            plan.Warnings.Add(Format(Text.GroupWithoutOffsets, wish.Group.Subject));

        if (group.IsActive)
        {
            foreach (OffsetResetPlan partition in plan.Plans)
                partition.Refuse(Failures.MembersOf(group));
            plan.Complaints.Clear();
            plan.Complaints.Add(Failures.GroupIsActive(action, wish.Group.Subject, group));
            return plan;
        }
        plan.Complaints.AddRange(plan.Plans
            .Where(partition => partition is { Status: OffsetResetStatus.Refused, Partition: not null })
            .Select(partition => Failures.OffsetRefused(action, Subject(plan, partition), partition)));
        foreach (IGrouping<string, OffsetResetPlan> topic in plan.Plans.Where(partition => partition.Partition is not null).GroupBy(partition => partition.Topic!))
            plan.Requests.AddRange(OffsetPlanner.Requests([.. topic], plan.TargetOf(topic.Key), sizes[topic.Key]));
        return plan;
    }

    public void Dispose() => _ranges.Dispose();

    /// <summary>A partition as a person would name it.</summary>
    public static string Subject(GroupOffsetPlan plan, OffsetResetPlan partition)
        => FormattableString.Invariant($"{partition.Topic}/{partition.Partition} of {plan.Wish.Group.Subject}");

    /// <summary>Patterns look through what the group reads; a topic that is named in full is meant even if it was never read.</summary>
    private static List<string> TopicsOf(ConsumerGroup group, NameFilter filter)
    {
        IEnumerable<string?> own = (group.Offsets ?? []).Select(offset => offset.Topic)
            .Concat((group.Members ?? []).SelectMany(member => member.Assignments ?? []).Select(assigned => assigned.Topic));
        return [.. filter.Literals.Concat(own.OfType<string>().Where(filter.Means)).Distinct(StringComparer.Ordinal)];
    }

    private async Task PlanTopicAsync(GroupOffsetPlan plan, OffsetScope scope, string topic, Dictionary<string, int> sizes, CancellationToken stop)
    {
        ItemReference read = new(plan.Wish.Group.Context, plan.Wish.Group.Instance, topic);
        IReadOnlyList<PartitionRange> ranges;
        IReadOnlyDictionary<int, TimePosition>? times;
        try
        {
            ranges = await _ranges.ReadAsync(read, stop).ConfigureAwait(false);
            times = scope.Target.Kind == OffsetTargetKind.Time
                ? await _ranges.FindAsync(read, scope.Target.Time, stop).ConfigureAwait(false)
                : null;
        }
        catch (DmsException error)
        {
            OffsetResetPlan unreadable = new OffsetResetPlan { Topic = topic }.Refuse(error.ServiceMessage ?? error.Message);
            plan.Add(unreadable, scope.Target);
            plan.Complaints.Add(Failures.From(error, unreadable, action, $"{topic} of {plan.Wish.Group.Subject}"));
            return;
        }
        sizes[topic] = ranges.Count;
        ILookup<int?, ConsumerOffset> committed = (plan.Group.Offsets ?? []).Where(offset => offset.Topic == topic).ToLookup(offset => offset.Partition);
        foreach (int number in scope.Partitions ?? [.. ranges.Select(range => range.Partition)])
        {
            long? current = committed[number].FirstOrDefault()?.CurrentOffset;
            TimePosition? position = times is not null && times.TryGetValue(number, out TimePosition? found) ? found : null;
            plan.Add(OffsetPlanner.Plan(scope.Target, topic, number, ranges.FirstOrDefault(range => range.Partition == number), current, position), scope.Target);
            if (scope.Expected is { } expected && current != expected)
                plan.Warnings.Add(Format(Text.OffsetMoved, topic, number, plan.Wish.Group.Subject, expected, current));
        }
    }
}
