namespace HuaweiDms.PowerShell.Engine;

/// <summary>What is to become of the offsets of one consumer group.</summary>
internal sealed class GroupOffsetPlan(OffsetRequest request, ConsumerGroup group)
{
    private readonly Dictionary<(string Topic, int Partition), (OffsetResetPlan Plan, OffsetTarget Target)> _known = [];
    private readonly Dictionary<string, OffsetTarget?> _targets = new(StringComparer.Ordinal);
    private readonly ILookup<(string? Topic, int? Partition), ConsumerOffset> _committed = ByPartition(group);

    public OffsetRequest Request { get; } = request;

    public ConsumerGroup Group { get; } = group;

    /// <summary>In the order of topics and partitions.</summary>
    public List<OffsetResetPlan> Plans { get; } = [];

    /// <summary>What cannot be done, while the rest can.</summary>
    public List<Failure> PartialFailures { get; } = [];

    /// <summary>What somebody should know who agrees to it.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>What is sent, and what each request is for.</summary>
    public List<(OffsetReset Request, IReadOnlyList<OffsetResetPlan> Plans)> Requests { get; } = [];

    /// <summary>Adds a partition. The same wish twice is one; two that differ cannot both be granted.</summary>
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
            _targets[topic] = !_targets.TryGetValue(topic, out OffsetTarget? one) || one?.IsSameAs(target) == true ? target : null;
        }
        Plans.Add(plan);
    }

    /// <summary>The one target of all plans of a topic; null where they differ.</summary>
    public OffsetTarget? TargetOf(string topic) => _targets.TryGetValue(topic, out OffsetTarget? target) ? target : null;

    /// <summary>What the group had committed for a partition when it was read; null for nothing.</summary>
    public long? Committed(string topic, int partition) => _committed[(topic, partition)].FirstOrDefault()?.CurrentOffset;

    /// <summary>The offsets of a group, to be looked up.</summary>
    public static ILookup<(string? Topic, int? Partition), ConsumerOffset> ByPartition(ConsumerGroup group)
        => (group.Offsets ?? []).ToLookup(offset => (offset.Topic, offset.Partition));

    /// <summary>What is about to happen, as -WhatIf says it.</summary>
    public string Describe()
    {
        OffsetResetPlan[] changing = [.. Plans.Where(plan => plan.Status == OffsetResetStatus.Planned)];
        string topics = string.Join(", ", changing.GroupBy(plan => plan.Topic).Select(topic => $"{topic.Count()} of {topic.Key}"));
        long skipped = changing.Total(plan => Math.Max(plan.Change ?? 0, 0));
        long replayed = changing.Total(plan => Math.Max(-(plan.Change ?? 0), 0));
        string open = Array.Exists(changing, plan => plan.TargetOffset is null) ? ", as far as is known" : string.Empty;
        OffsetTarget first = _known.Values.First().Target;
        string target = _known.Values.All(one => first.IsSameAs(one.Target)) ? first.ToString() : "as planned";
        return Format(
            "Reset offsets {0} ({1}): skip {2}, replay {3}{4}", target, topics, Figures.Count(skipped), Counted(replayed, "message"), open);
    }
}
