namespace HuaweiDms.PowerShell.Engine;

/// <summary>How leaders and replicas are spread over brokers, and which partitions are not as they should be.</summary>
/// <param name="Loads">Broker by broker.</param>
/// <param name="Partitions">All partitions that were read.</param>
/// <param name="TopicCount">The topics they are of.</param>
/// <param name="Unread">Topics that could not be read.</param>
internal sealed record Balance(
    IReadOnlyList<BrokerLoad> Loads, IReadOnlyList<PlacedPartition> Partitions, int TopicCount, IReadOnlyList<(string Name, DmsException Error)> Unread)
{
    /// <summary>Nobody can use these.</summary>
    public IReadOnlyList<PlacedPartition> Leaderless { get; } = [.. Partitions.Where(partition => partition.Leader is null)];

    /// <summary>These have fewer copies than they should.</summary>
    public IReadOnlyList<PlacedPartition> OutOfSync { get; } = [.. Partitions.Where(partition => partition.OutOfSync.Length > 0)];

    /// <summary>These are led by another broker than the one that is to.</summary>
    public IReadOnlyList<PlacedPartition> NotOnPreferredLeader { get; } = [.. Partitions.Where(partition => partition.Leader is { } leader && leader != partition.PreferredLeader)];

    /// <summary>Adds up.</summary>
    /// <param name="replicas">The replicas of all topics; the first of a partition is the one that is to lead.</param>
    /// <param name="brokers">Brokers there are besides: one that was just added has no replica.</param>
    /// <param name="unread">Topics that could not be read.</param>
    public static Balance Of(IReadOnlyList<TopicReplica> replicas, IEnumerable<int> brokers, IReadOnlyList<(string Name, DmsException Error)>? unread = null)
    {
        IReadOnlyList<PlacedPartition> partitions = PlacedPartition.Of(replicas);
        ILookup<int, TopicReplica> byBroker = replicas.ToLookup(replica => replica.Broker ?? -1);
        BrokerLoad[] loads =
        [
            .. byBroker.Select(broker => broker.Key).Union(brokers).OrderBy(broker => broker).Select(broker => new BrokerLoad(
                broker,
                byBroker[broker].Count(replica => replica.IsLeader),
                partitions.Count(partition => partition.PreferredLeader == broker),
                byBroker[broker].Count(),
                byBroker[broker].Total(replica => replica.SizeBytes))),
        ];
        return new(loads, partitions, replicas.Select(replica => replica.Topic).Distinct(StringComparer.Ordinal).Count(), unread ?? []);
    }
}

/// <summary>What a broker has to do.</summary>
/// <param name="Broker">Its number.</param>
/// <param name="Leaders">Partitions it leads.</param>
/// <param name="Preferred">Partitions it is to lead.</param>
/// <param name="Replicas">Replicas it keeps, those it leads included.</param>
/// <param name="Bytes">The space they take.</param>
internal sealed record BrokerLoad(int Broker, int Leaders, int Preferred, int Replicas, long Bytes);
