namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Creates plans for the topics of one instance from rows, checked against the existing topics and brokers. A topic that cannot be
/// planned is refused as a whole; the others are not affected.
/// </summary>
/// <param name="instance">The display text of the instance.</param>
/// <param name="topics">The existing topics, by name.</param>
/// <param name="brokers">The existing brokers; empty if they are unknown, so that the service decides.</param>
internal sealed class ReassignmentPlanner(string instance, IReadOnlyDictionary<string, object> topics, IReadOnlyCollection<int> brokers)
{
    private readonly List<Failure> _refusals = [];

    /// <summary>A failure for each topic that cannot be planned.</summary>
    public IReadOnlyList<Failure> Refusals => _refusals;

    /// <summary>Returns the plans of all topics, in order of first appearance.</summary>
    public List<TopicReassignment> Plan(IEnumerable<PlanRow> rows)
    {
        List<TopicReassignment> plans = [];
        foreach (IGrouping<string, PlanRow> group in rows.GroupBy(row => row.Topic, StringComparer.Ordinal))
        {
            TopicReassignment? plan = null;
            Failure? refusal = topics.TryGetValue(group.Key, out object? topic)
                ? TryPlan((Topic)topic, [.. group], out plan)
                : Failures.NotFound("topic", group.Key, instance, "Get-DmsTopic").Suggesting(topics.Keys);
            if (refusal is not null)
                _refusals.Add(refusal);
            else
                plans.Add(plan!);
        }
        return plans;
    }

    private Failure? TryPlan(Topic topic, IReadOnlyList<PlanRow> rows, out TopicReassignment? plan)
    {
        plan = null;
        PlanRow? spread = rows.FirstOrDefault(row => row.Partition is null);
        if (spread is not null && rows.Any(row => row.Partition is not null))
            return Refuse(topic, "Partition", rows.First(row => row.Partition is not null).Partition, Text.SpreadOrAssignRule);
        return spread is not null ? Spread(topic, rows, out plan) : Assign(topic, rows, out plan);
    }

    private Failure? Spread(Topic topic, IReadOnlyList<PlanRow> rows, out TopicReassignment? plan)
    {
        plan = null;
        List<int> targets = [.. rows.SelectMany(row => row.Brokers)];
        if (CheckBrokers(topic, targets) is { } refusal)
            return refusal;
        int? wished = rows.Select(row => row.ReplicationFactor).FirstOrDefault(factor => factor is not null);
        int? replicas = wished ?? topic.ReplicationFactor;
        if (replicas < 1 || replicas > targets.Count)
            return Refuse(topic, "ReplicationFactor", replicas, Text.TooManyReplicasRule, string.Join(", ", targets));
        plan = new() { Topic = topic.Name!, Brokers = targets, ReplicationFactor = wished };
        return null;
    }

    /// <summary>Several rows of the same partition add brokers in their order, which is the form of a list of replicas.</summary>
    private Failure? Assign(Topic topic, IReadOnlyList<PlanRow> rows, out TopicReassignment? plan)
    {
        plan = null;
        if (rows.FirstOrDefault(row => row.ReplicationFactor is not null && row.ReplicationFactor != topic.ReplicationFactor) is { } counted)
            return Refuse(topic, "ReplicationFactor", counted.ReplicationFactor, Text.ReplicationOfPlanRule);
        SortedDictionary<int, List<int>> places = [];
        foreach (PlanRow row in rows)
        {
            int partition = row.Partition!.Value;
            if (partition < 0 || partition >= topic.PartitionCount)
                return Refuse(topic, "Partition", partition, Text.PartitionRule, topic.PartitionCount - 1);
            if (!places.TryGetValue(partition, out List<int>? place))
                places[partition] = place = [];
            place.AddRange(row.Brokers);
        }
        foreach (List<int> place in places.Values)
        {
            if (CheckBrokers(topic, place) is { } refusal)
                return refusal;
        }
        if (Unequal(topic, places) is { } unequal)
            return unequal;
        plan = new()
        {
            Topic = topic.Name!,
            Assignment = [.. places.Select(place => new PartitionPlacement { Partition = place.Key, Brokers = place.Value })],
        };
        return null;
    }

    private Failure? CheckBrokers(Topic topic, List<int> targets)
    {
        if (targets.Count == 0)
            return Refuse(topic, "Broker", null, Text.BrokersMissingRule);
        if (targets.GroupBy(broker => broker).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return Refuse(topic, "Broker", twice.Key, Text.BrokerTwiceRule);
        return brokers.Count > 0 && targets.Any(broker => !brokers.Contains(broker))
            ? Refuse(topic, "Broker", targets.First(broker => !brokers.Contains(broker)), Text.BrokerUnknownRule, instance, string.Join(", ", brokers))
            : null;
    }

    /// <summary>Partitions that are not in the plan keep their replicas, and all partitions must have the same number.</summary>
    private static Failure? Unequal(Topic topic, SortedDictionary<int, List<int>> places)
    {
        (int number, int count) = (places.First().Key, places.First().Value.Count);
        if (places.FirstOrDefault(place => place.Value.Count != count) is { Value: { } other } odd)
            return Refuse(topic, "Broker", string.Join(",", other), Text.EqualReplicasRule, number, count, odd.Key, other.Count);
        int? unnamed = Enumerable.Range(0, topic.PartitionCount ?? 0).Where(partition => !places.ContainsKey(partition)).Select(partition => (int?)partition).FirstOrDefault();
        return unnamed is not null && topic.ReplicationFactor is { } replicas && replicas != count
            ? Refuse(topic, "Broker", string.Join(",", places.First().Value), Text.EqualReplicasRule, number, count, unnamed, replicas)
            : null;
    }

    private static Failure Refuse(Topic topic, string parameter, object? value, string rule, params object?[] values)
        => Failures.OfTopic(topic.Name, parameter, value, rule, values);
}
