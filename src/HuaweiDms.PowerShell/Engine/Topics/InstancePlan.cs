using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The plans for the topics of one instance.</summary>
internal sealed class InstancePlan
{
    /// <summary>The number of partitions of a topic that -WhatIf shows individually.</summary>
    private const int MaxListed = 12;

    private readonly ILookup<(string?, int?), int?> _former;

    public InstancePlan(
        DmsContext context, InstanceReference instance, IReadOnlyList<TopicReassignment> topics, IReadOnlyList<Failure> refusals, IReadOnlyList<TopicReplica>? previous = null)
    {
        Context = context;
        Instance = instance;
        Topics = topics;
        Refusals = refusals;
        Previous = previous ?? [];
        _former = Previous.ToLookup(replica => (replica.Topic, replica.Partition), replica => replica.Broker);
    }

    public DmsContext Context { get; }

    public InstanceReference Instance { get; }

    public IReadOnlyList<TopicReassignment> Topics { get; }

    public IReadOnlyList<Failure> Refusals { get; }

    /// <summary>The current replicas of the partitions to move; empty if they were not needed.</summary>
    public IReadOnlyList<TopicReplica> Previous { get; }

    /// <summary>Creates the plan from rows, checked against the instance.</summary>
    public static async Task<InstancePlan> MakeAsync(
        DmsContext context, InstanceReference instance, IReadOnlyList<PlanRow> rows, CancellationToken cancellationToken)
    {
        Task<IReadOnlyList<int>> brokers = InstanceBrokers.NumbersAsync(context, instance.Id, cancellationToken);
        Task<Dictionary<string, Topic>> topics = TopicLookup.FindAsync(context, instance.Id, rows.Select(row => row.Topic), cancellationToken);
        await Task.WhenAll(brokers, topics).ConfigureAwait(false);
        ReassignmentPlanner planner = new(instance.Subject, await topics.ConfigureAwait(false), [.. await brokers.ConfigureAwait(false)]);
        return new(context, instance, planner.Plan(rows), planner.Refusals);
    }

    /// <summary>Describes the plan of a topic for -WhatIf.</summary>
    public string Describe(TopicReassignment topic)
    {
        if (topic.Assignment is { } places)
            return $"{topic.Topic} (partition {FirstOf([.. places.Select(place => Describe(topic, place))], MaxListed, "; ")})";
        string brokers = string.Join(",", topic.Brokers!);
        return topic.ReplicationFactor is { } replicas
            ? Format("{0} ({1:# replica|replicas} over brokers {2})", topic.Topic, replicas, brokers)
            : $"{topic.Topic} (over brokers {brokers})";
    }

    /// <summary>Describes the new brokers, after the current ones if known.</summary>
    private string Describe(TopicReassignment topic, PartitionPlacement place)
        => _former[(topic.Topic, place.Partition)].ToArray() is { Length: > 0 } former
            ? Format("{0}: {1} -> {2}", place.Partition, string.Join(",", former), string.Join(",", place.Brokers))
            : place.ToString();
}
