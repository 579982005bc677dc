using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>What is planned for the topics of one instance.</summary>
internal sealed class InstancePlan
{
    /// <summary>Partitions of a topic that -WhatIf tells one by one.</summary>
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

    /// <summary>The replicas of what moves, as they are now; none where nobody needed to know.</summary>
    public IReadOnlyList<TopicReplica> Previous { get; }

    /// <summary>Holds rows against what the instance has.</summary>
    public static async Task<InstancePlan> MakeAsync(DmsContext context, InstanceReference instance, IReadOnlyList<PlanRow> rows, CancellationToken stop)
    {
        Task<IReadOnlyList<int>> brokers = InstanceBrokers.NumbersAsync(context, instance.Id, stop);
        Dictionary<string, object> topics = await TopicLookup.FindAsync(context, instance.Id, rows.Select(row => row.Topic), stop).ConfigureAwait(false);
        ReassignmentPlanner planner = new(instance.Subject, topics, [.. await brokers.ConfigureAwait(false)]);
        return new(context, instance, planner.Plan(rows), planner.Refusals);
    }

    /// <summary>A topic's plan, as -WhatIf says it.</summary>
    public string Describe(TopicReassignment topic)
        => topic.Assignment is { } places
            ? $"{topic.Topic} (partition {FirstOf([.. places.Select(place => Describe(topic, place))], MaxListed, "; ")})"
            : topic.ReplicationFactor is { } replicas
                ? Format("{0} ({1:# replica|replicas} over brokers {2})", topic.Topic, replicas, string.Join(",", topic.Brokers!))
                : $"{topic.Topic} (over brokers {string.Join(",", topic.Brokers!)})";

    /// <summary>Where it goes, after where it is if that is known.</summary>
    private string Describe(TopicReassignment topic, PartitionPlacement place)
        => _former[(topic.Topic, place.Partition)].ToArray() is { Length: > 0 } former
            ? Format("{0}: {1} -> {2}", place.Partition, string.Join(",", former), string.Join(",", place.Brokers))
            : place.ToString();
}
