namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Creates plans for the topics of one instance from rows, checked against the existing topics and brokers. A topic that cannot be
/// planned is refused as a whole; the others are not affected.
/// </summary>
/// <param name="instance">The display text of the instance.</param>
/// <param name="topics">The existing topics, by name.</param>
/// <param name="brokers">The existing brokers; empty if they are unknown, so that the service decides.</param>
internal sealed class ReassignmentPlanner(string instance, IReadOnlyDictionary<string, Topic> topics, IReadOnlyCollection<int> brokers)
{
    private readonly List<Failure> _refusals = [];

    /// <summary>A failure for each topic that cannot be planned.</summary>
    public IReadOnlyList<Failure> Refusals => _refusals;

    /// <summary>Returns the plans of all topics, in order of first appearance.</summary>
    public List<TopicReassignment> Plan(IEnumerable<PlanRow> rows)
        => [.. rows.GroupBy(row => row.Topic, StringComparer.Ordinal).Select(topic => Plan(topic.Key, [.. topic])).OfType<TopicReassignment>()];

    /// <summary>Plans one topic; null if it is refused.</summary>
    private TopicReassignment? Plan(string name, IReadOnlyList<PlanRow> rows)
    {
        if (!topics.TryGetValue(name, out Topic? topic))
            return Refuse(Failures.NotFound("topic", name, instance, "Get-DmsTopic").Suggesting(topics.Keys));
        if (rows.All(row => row.Partition is not null))
            return Assign(topic, rows);
        return rows.FirstOrDefault(row => row.Partition is not null) is { } assigned
            ? Refuse(Wrong(topic, "Partition", assigned.Partition, Text.SpreadOrAssignRule))
            : Spread(topic, rows);
    }

    private TopicReassignment? Spread(Topic topic, IReadOnlyList<PlanRow> rows)
    {
        List<int> targets = [.. rows.SelectMany(row => row.Brokers)];
        if (CheckBrokers(topic, targets) is { } refusal)
            return Refuse(refusal);
        int? requested = rows.Select(row => row.ReplicationFactor).FirstOrDefault(factor => factor is not null);
        int? replicas = requested ?? topic.ReplicationFactor;
        return replicas < 1 || replicas > targets.Count
            ? Refuse(Wrong(topic, "ReplicationFactor", replicas, Text.TooManyReplicasRule, string.Join(", ", targets)))
            : new() { Topic = topic.Name!, Brokers = targets, ReplicationFactor = requested };
    }

    /// <summary>Several rows of the same partition add brokers in their order, which is the form of a list of replicas.</summary>
    private TopicReassignment? Assign(Topic topic, IReadOnlyList<PlanRow> rows)
    {
        if (rows.FirstOrDefault(row => row.ReplicationFactor is not null && row.ReplicationFactor != topic.ReplicationFactor) is { } counted)
            return Refuse(Wrong(topic, "ReplicationFactor", counted.ReplicationFactor, Text.ReplicationOfPlanRule));
        SortedDictionary<int, List<int>> places = [];
        foreach (PlanRow row in rows)
        {
            int partition = row.Partition!.Value;
            if (partition < 0 || partition >= topic.PartitionCount)
                return Refuse(Wrong(topic, "Partition", partition, Text.PartitionRule, topic.PartitionCount - 1));
            if (!places.TryGetValue(partition, out List<int>? place))
                places[partition] = place = [];
            place.AddRange(row.Brokers);
        }
        if (places.Values.Select(place => CheckBrokers(topic, place)).FirstOrDefault(failure => failure is not null) is { } invalid)
            return Refuse(invalid);
        if (CheckEqual(topic, places) is { } unequal)
            return Refuse(unequal);
        return new()
        {
            Topic = topic.Name!,
            Assignment = [.. places.Select(place => new PartitionPlacement { Partition = place.Key, Brokers = place.Value })],
        };
    }

    private Failure? CheckBrokers(Topic topic, List<int> targets)
    {
        if (targets.Count == 0)
            return Wrong(topic, "Broker", null, Text.BrokersMissingRule);
        if (targets.GroupBy(broker => broker).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return Wrong(topic, "Broker", twice.Key, Text.BrokerTwiceRule);
        return brokers.Count > 0 && targets.Any(broker => !brokers.Contains(broker))
            ? Wrong(topic, "Broker", targets.First(broker => !brokers.Contains(broker)), Text.BrokerUnknownRule, instance, string.Join(", ", brokers))
            : null;
    }

    /// <summary>Partitions that are not in the plan keep their replicas, and all partitions must have the same number.</summary>
    private static Failure? CheckEqual(Topic topic, SortedDictionary<int, List<int>> places)
    {
        (int number, int count) = (places.First().Key, places.First().Value.Count);
        if (places.FirstOrDefault(place => place.Value.Count != count) is { Value: { } other } odd)
            return Wrong(topic, "Broker", string.Join(",", other), Text.EqualReplicasRule, number, count, odd.Key, other.Count);
        int? unnamed = Enumerable.Range(0, topic.PartitionCount ?? 0).Where(partition => !places.ContainsKey(partition)).Select(partition => (int?)partition).FirstOrDefault();
        return unnamed is not null && topic.ReplicationFactor is { } replicas && replicas != count
            ? Wrong(topic, "Broker", string.Join(",", places.First().Value), Text.EqualReplicasRule, number, count, unnamed, replicas)
            : null;
    }

    private TopicReassignment? Refuse(Failure why)
    {
        _refusals.Add(why);
        return null;
    }

    private static Failure Wrong(Topic topic, string parameter, object? value, string rule, params object?[] values)
        => Failures.OfTopic(topic.Name, parameter, value, rule, values);
}
