namespace HuaweiDms.PowerShell.Engine;

/// <summary>Reads consumer groups and their topics and plans offset resets. Sends nothing that changes anything.</summary>
internal sealed class OffsetPlanReader : IDisposable
{
    private readonly string _action;
    private readonly Throttle _throttle;
    private readonly TopicRanges _ranges;

    /// <summary>A reader for one command.</summary>
    /// <param name="action">The action, for error messages.</param>
    /// <param name="throttleLimit">The maximum number of requests in flight.</param>
    public OffsetPlanReader(string action, int throttleLimit)
    {
        _action = action;
        _throttle = new(throttleLimit);
        _ranges = new(_throttle);
    }

    /// <summary>Plans the request for a group.</summary>
    /// <exception cref="FailureException">The group does not exist.</exception>
    public async Task<GroupOffsetPlan> PlanAsync(OffsetRequest request, CancellationToken cancellationToken)
    {
        ConsumerGroup group
            = await _throttle.RunAsync(() => GroupLookup.ReadAsync(request.Group, cancellationToken), cancellationToken).ConfigureAwait(false);
        GroupOffsetPlan plan = new(request, group);
        Dictionary<string, int> sizes = new(StringComparer.Ordinal);
        List<string> own = [.. group.TopicsRead()];
        TopicOffsets[] reads = await Task.WhenAll(request.Scopes
            .SelectMany(
                scope => TopicsOf(own, scope.Topics), (scope, topic) => ReadTopicAsync(request.Group, scope, topic, cancellationToken))).ConfigureAwait(false);
        foreach (TopicOffsets read in reads)
            Plan(plan, read, sizes);
        if (plan.Plans.Count == 0 && WhyNothing(request) is { } why)
            plan.Warnings.Add(why);

        if (group.IsActive)
        {
            foreach (OffsetResetPlan partition in plan.Plans)
                partition.Refuse(Failures.MembersOf(group));
            plan.PartialFailures.Clear();
            plan.PartialFailures.Add(Failures.GroupIsActive(_action, request.Group.Subject, group));
            return plan;
        }
        plan.PartialFailures.AddRange(plan.Plans
            .Where(partition => partition is { Status: OffsetResetStatus.Refused, Partition: not null })
            .Select(partition => Failures.OffsetRefused(_action, Subject(plan, partition), partition)));
        foreach (IGrouping<string, OffsetResetPlan> topic in plan.Plans.Where(partition => partition.Partition is not null).GroupBy(partition => partition.Topic!))
            plan.Requests.AddRange(OffsetPlanner.Requests([.. topic], plan.TargetOf(topic.Key), sizes[topic.Key]));
        return plan;
    }

    public void Dispose() => _throttle.Dispose();

    /// <summary>The display text of a partition.</summary>
    public static string Subject(GroupOffsetPlan plan, OffsetResetPlan partition)
        => FormattableString.Invariant($"{partition.Topic}/{partition.Partition} of {plan.Request.Group.Subject}");

    /// <summary>Patterns select among the topics that the group reads; an exact name is used even if the group has never read it.</summary>
    private static IEnumerable<string> TopicsOf(List<string> own, NameFilter filter)
        => filter.All || filter.HasPatterns ? filter.Literals.Concat(own.Where(filter.Includes)).Distinct(StringComparer.Ordinal) : filter.Literals;

    /// <summary>The warning for a group for which nothing is planned; null if topics were named exactly.</summary>
    private static string? WhyNothing(OffsetRequest request)
    {
        if (request.Scopes.Exists(scope => scope.Topics.All))
            return Format(Text.GroupWithoutOffsets, request.Group.Subject);
        string patterns = string.Join(", ", request.Scopes.SelectMany(scope => scope.Topics.Patterns).Distinct(StringComparer.Ordinal));
        return patterns.Length > 0 ? Format(Text.GroupWithoutSuchTopics, request.Group.Subject, patterns) : null;
    }

    private async Task<TopicOffsets> ReadTopicAsync(ItemReference group, OffsetScope scope, string topic, CancellationToken cancellationToken)
    {
        ItemReference read = new(group.Context, group.Instance, topic);
        try
        {
            TopicRange range = await _ranges.ReadAsync(read, cancellationToken).ConfigureAwait(false);
            return new(scope, topic, range, scope.Target.Kind == OffsetTargetKind.Time
                ? await _ranges.FindAsync(read, scope.PartitionsOf(range), scope.Target.Time, cancellationToken).ConfigureAwait(false)
                : null);
        }
        catch (DmsException error)
        {
            return new(scope, topic, Error: error);
        }
    }

    private void Plan(GroupOffsetPlan plan, TopicOffsets read, Dictionary<string, int> sizes)
    {
        (OffsetScope scope, string topic) = (read.Scope, read.Topic);
        if (read.Range is not { } range)
        {
            DmsException error = read.Error!;
            OffsetResetPlan unreadable = new OffsetResetPlan { Topic = topic }.Refuse(error.ServiceMessage ?? error.Message);
            plan.Add(unreadable, scope);
            plan.PartialFailures.Add(Failures.From(error, unreadable, _action, $"{topic} of {plan.Request.Group.Subject}"));
            return;
        }
        sizes[topic] = range.All.Count;
        foreach (int number in scope.PartitionsOf(range))
        {
            long? current = plan.Committed(topic, number);
            TimePosition? position = read.Times is { } times && times.TryGetValue(number, out TimePosition? found) ? found : null;
            OffsetResetPlan planned = OffsetPlanner.Plan(scope.Target, topic, number, range.Of(number), current, position);
            plan.Add(planned, scope);
            // An offset that is already at its target moved there because the same plan or undo was executed before.
            if (planned.Status != OffsetResetStatus.Unchanged && scope.Expected is { } expected && current != expected)
                plan.Warnings.Add(Format(Text.OffsetMoved, topic, number, plan.Request.Group.Subject, expected, current));
        }
    }

    /// <summary>The data of a requested topic; an error if it cannot be read.</summary>
    private sealed record TopicOffsets(
        OffsetScope Scope, string Topic, TopicRange? Range = null, IReadOnlyDictionary<int, TimePosition>? Times = null, DmsException? Error = null);
}
