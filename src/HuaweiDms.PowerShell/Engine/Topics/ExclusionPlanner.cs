namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Plans which brokers take over from others. Only replicas on excluded brokers are replaced, each in its position, so the
/// preferred leader remains unless it is on one of them. Partitions without such replicas do not change.
/// </summary>
/// <param name="excluded">The brokers to exclude.</param>
/// <param name="up">The brokers that can take over; excluded ones are ignored.</param>
internal sealed class ExclusionPlanner(IReadOnlyCollection<int> excluded, IEnumerable<int> up)
{
    private readonly int[] _targets = [.. up.Except(excluded)];
    private readonly List<Failure> _refusals = [];

    /// <summary>A failure for each topic with too few other brokers.</summary>
    public IReadOnlyList<Failure> Refusals => _refusals;

    /// <summary>Plans all topics that have replicas on excluded brokers.</summary>
    /// <param name="balance">The current placement.</param>
    public List<TopicReassignment> Plan(Balance balance)
    {
        List<TopicReassignment> plans = [];
        List<(int[] Place, int At)> leaving = [];
        foreach (IGrouping<string, PlacedPartition> topic in balance.Partitions.Where(IsConcerned).GroupBy(partition => partition.Topic!, StringComparer.Ordinal))
        {
            if (topic.FirstOrDefault(HasTooFew) is { } stuck)
            {
                _refusals.Add(Failures.OfTopic(
                    topic.Key, "ExcludeBroker", string.Join(",", excluded), Text.TooFewBrokersRule, stuck.Partition, stuck.Broker.Length, string.Join(", ", _targets)));
                continue;
            }
            List<PartitionPlacement> places = [];
            foreach (PlacedPartition partition in topic)
            {
                int[] place = [.. partition.Broker];
                leaving.AddRange(Enumerable.Range(0, place.Length).Where(at => excluded.Contains(place[at])).Select(at => (place, at)));
                places.Add(new() { Partition = partition.Partition!.Value, Brokers = place });
            }
            plans.Add(new() { Topic = topic.Key, Assignment = places });
        }
        Replace(leaving, balance);
        return plans;
    }

    private bool IsConcerned(PlacedPartition partition) => partition.Broker.Any(excluded.Contains);

    private bool HasTooFew(PlacedPartition partition)
        => _targets.Count(broker => !partition.Broker.Contains(broker)) < partition.Broker.Count(excluded.Contains);

    /// <summary>
    /// Each replica goes to the broker with the fewest replicas; for a first replica, ties go to the broker that leads the fewest
    /// partitions. Because an early choice may turn out worse later, this repeats until nothing changes.
    /// </summary>
    private void Replace(IReadOnlyList<(int[] Place, int At)> leaving, Balance balance)
    {
        Dictionary<int, int> replicas = balance.Loads.ToDictionary(load => load.Broker, load => load.Replicas);
        Dictionary<int, int> preferred = balance.Loads.ToDictionary(load => load.Broker, load => load.Preferred);
        bool moved;
        do
        {
            moved = false;
            foreach ((int[] place, int at) in leaving)
            {
                int now = place[at];
                int best = _targets.Where(broker => broker == now || !place.Contains(broker))
                    .OrderBy(broker => broker == now ? replicas[broker] - 1 : replicas[broker])
                    .ThenBy(broker => broker != now)
                    .ThenBy(broker => at == 0 ? preferred[broker] : 0)
                    .ThenBy(broker => broker)
                    .First();
                if (best == now)
                    continue;
                place[at] = best;
                (replicas[now], replicas[best]) = (replicas[now] - 1, replicas[best] + 1);
                if (at == 0)
                    (preferred[now], preferred[best]) = (preferred[now] - 1, preferred[best] + 1);
                moved = true;
            }
        }
        while (moved);
    }
}
