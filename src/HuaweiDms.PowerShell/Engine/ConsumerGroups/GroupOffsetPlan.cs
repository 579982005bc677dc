namespace HuaweiDms.PowerShell.Engine;

/// <summary>What is to become of the offsets of one consumer group.</summary>
internal sealed class GroupOffsetPlan(OffsetWish wish, ConsumerGroup group)
{
    private readonly Dictionary<(string Topic, int Partition), OffsetTarget> _targets = [];

    public OffsetWish Wish { get; } = wish;

    public ConsumerGroup Group { get; } = group;

    /// <summary>In the order of topics and partitions.</summary>
    public List<OffsetResetPlan> Plans { get; } = [];

    /// <summary>What cannot be done, while the rest can.</summary>
    public List<Failure> Complaints { get; } = [];

    /// <summary>What somebody should know who agrees to it.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>What is sent, and what each request is for.</summary>
    public List<(OffsetReset Request, IReadOnlyList<OffsetResetPlan> Plans)> Requests { get; } = [];

    /// <summary>Adds a partition. The same wish twice is one; two that differ cannot both be granted.</summary>
    public void Add(OffsetResetPlan plan, OffsetTarget target)
    {
        (plan.ConsumerGroup, plan.InstanceId, plan.Context) = (Wish.Group.Name, Wish.Group.Instance.Id, Wish.Group.Context.Name);
        if (plan is { Topic: { } topic, Partition: { } partition })
        {
            if (_targets.TryGetValue((topic, partition), out OffsetTarget? known))
            {
                if (!known.IsSameAs(target))
                    Plans.Find(other => other.Topic == topic && other.Partition == partition)!.Refuse(Text.OffsetTwiceRule);
                return;
            }
            _targets.Add((topic, partition), target);
        }
        Plans.Add(plan);
    }

    /// <summary>The one target of all plans of a topic; null where they differ.</summary>
    public OffsetTarget? TargetOf(string topic)
    {
        OffsetTarget[] targets = [.. _targets.Where(target => target.Key.Topic == topic).Select(target => target.Value)];
        return targets.Length > 0 && Array.TrueForAll(targets, target => target.IsSameAs(targets[0])) ? targets[0] : null;
    }

    /// <summary>What is about to happen, as -WhatIf says it.</summary>
    public string Describe()
    {
        OffsetResetPlan[] changing = [.. Plans.Where(plan => plan.Status == OffsetResetStatus.Planned)];
        string topics = string.Join(", ", changing.GroupBy(plan => plan.Topic).Select(topic => $"{topic.Count()} of {topic.Key}"));
        long skipped = changing.Total(plan => Math.Max(plan.Change ?? 0, 0));
        long replayed = changing.Total(plan => Math.Max(-(plan.Change ?? 0), 0));
        string open = Array.Exists(changing, plan => plan.TargetOffset is null) ? ", as far as is known" : string.Empty;
        OffsetTarget first = _targets.Values.First();
        string target = _targets.Values.All(first.IsSameAs) ? first.ToString() : "as planned";
        return Format(
            "Reset offsets {0} ({1}): skip {2}, replay {3}{4}", target, topics, Figures.Count(skipped), Figures.Of(replayed, "message"), open);
    }
}
