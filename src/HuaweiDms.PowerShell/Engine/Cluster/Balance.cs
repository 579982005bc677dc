namespace HuaweiDms.PowerShell.Engine;

/// <summary>How leaders and replicas are distributed over brokers, and which partitions have problems.</summary>
/// <param name="Loads">Broker by broker.</param>
/// <param name="Partitions">All partitions that were read.</param>
/// <param name="TopicCount">The topics they are of.</param>
/// <param name="Unread">Topics that could not be read.</param>
internal sealed record Balance(
    IReadOnlyList<BrokerLoad> Loads, IReadOnlyList<PlacedPartition> Partitions, int TopicCount, IReadOnlyList<(string Name, DmsException Error)> Unread)
{
    /// <summary>Nobody can use these.</summary>
    public IReadOnlyList<PlacedPartition> Offline { get; } = [.. Partitions.Where(partition => partition.Leader is null)];

    /// <summary>Partitions that have fewer replicas in sync than they should.</summary>
    public IReadOnlyList<PlacedPartition> UnderReplicated { get; } = [.. Partitions.Where(partition => partition.OutOfSync.Length > 0)];

    /// <summary>Partitions that are not led by their preferred leader.</summary>
    public IReadOnlyList<PlacedPartition> NonPreferredLeader { get; } = [.. Partitions.Where(partition => partition.Leader is { } leader && leader != partition.PreferredLeader)];

    /// <summary>Adds up.</summary>
    /// <param name="replicas">The replicas of all topics; the first one of a partition is the preferred leader.</param>
    /// <param name="brokers">Other brokers of the instance: a newly added one has no replicas.</param>
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
/// <param name="Replicas">The replicas it keeps, including those it leads.</param>
/// <param name="Bytes">The disk space they use.</param>
internal sealed record BrokerLoad(int Broker, int Leaders, int Preferred, int Replicas, long Bytes);
