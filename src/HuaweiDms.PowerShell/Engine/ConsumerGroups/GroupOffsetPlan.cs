namespace HuaweiDms.PowerShell.Engine;

/// <summary>The plan for the offsets of one consumer group.</summary>
internal sealed class GroupOffsetPlan(OffsetRequest request, ConsumerGroup group)
{
    private readonly Dictionary<(string Topic, int Partition), (OffsetResetPlan Plan, OffsetTarget Target)> _known = [];
    private readonly Dictionary<string, OffsetTarget?> _targets = new(StringComparer.Ordinal);
    private readonly ILookup<(string? Topic, int? Partition), ConsumerOffset> _committed = ByPartition(group);

    public OffsetRequest Request { get; } = request;

    public ConsumerGroup Group { get; } = group;

    /// <summary>The plans, ordered by topic and partition.</summary>
    public List<OffsetResetPlan> Plans { get; } = [];

    /// <summary>The parts that cannot be done although the rest can.</summary>
    public List<Failure> PartialFailures { get; } = [];

    /// <summary>The warnings to show before the confirmation prompt.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>The requests to send, with the plans that each one covers.</summary>
    public List<(OffsetReset Request, IReadOnlyList<OffsetResetPlan> Plans)> Requests { get; } = [];

    /// <summary>Adds a partition. Identical plans count once; of conflicting ones, none is executed.</summary>
    public void Add(OffsetResetPlan plan, OffsetScope scope)
    {
        OffsetTarget target = scope.Target;
        (plan.ConsumerGroup, plan.Context) = (Request.Group.Name, Request.Group.Context.Name);
        (plan.InstanceId, plan.Instance) = (Request.Group.Instance.Id, Request.Group.Instance.KnownName);
        if (plan is { Topic: { } topic, Partition: { } partition })
        {
            if (_known.TryGetValue((topic, partition), out (OffsetResetPlan Plan, OffsetTarget Target) known))
            {
                if (!known.Target.IsSameAs(target))
                    known.Plan.Refuse(scope.IsBack ? Text.OffsetTwiceUndone : Text.OffsetTwice);
                return;
            }
            _known.Add((topic, partition), (plan, target));
            bool isFirst = !_targets.TryGetValue(topic, out OffsetTarget? earlier);
            _targets[topic] = isFirst || earlier?.IsSameAs(target) == true ? target : null;
        }
        Plans.Add(plan);
    }

    /// <summary>The common target of all plans of a topic; null if they differ.</summary>
    public OffsetTarget? TargetOf(string topic) => _targets.TryGetValue(topic, out OffsetTarget? target) ? target : null;

    /// <summary>The offset committed for a partition when the group was read; null for none.</summary>
    public long? Committed(string topic, int partition) => _committed[(topic, partition)].FirstOrDefault()?.CurrentOffset;

    /// <summary>Returns the offsets of a group for lookup by partition.</summary>
    public static ILookup<(string? Topic, int? Partition), ConsumerOffset> ByPartition(ConsumerGroup group)
        => (group.Offsets ?? []).ToLookup(offset => (offset.Topic, offset.Partition));

    /// <summary>The description of the change for -WhatIf.</summary>
    public string Describe()
    {
        OffsetResetPlan[] changing = [.. Plans.Where(plan => plan.Status == OffsetResetStatus.Planned)];
        string topics = string.Join(", ", changing.GroupBy(plan => plan.Topic).Select(topic => $"{topic.Count()} of {topic.Key}"));
        long skipped = changing.Total(plan => Math.Max(plan.Change ?? 0, 0));
        long replayed = changing.Total(plan => Math.Max(-(plan.Change ?? 0), 0));
        string open = Array.Exists(changing, plan => plan.TargetOffset is null) ? ", as far as known" : string.Empty;
        OffsetTarget first = _known.Values.First().Target;
        string target = _known.Values.All(one => first.IsSameAs(one.Target)) ? first.ToString() : "as planned";
        return Format(
            "Reset offsets {0} (partitions: {1}): skip {2}, replay {3}{4}", target, topics, Figures.Count(skipped), Counted(replayed, "message"), open);
    }
}
