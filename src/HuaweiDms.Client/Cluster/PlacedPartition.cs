namespace HuaweiDms;

/// <summary>Where a partition is, and who leads it. It is a row of a plan, too: one that leaves the partition where it is.</summary>
public sealed class PlacedPartition : TopicResource
{
    /// <summary>The partition's number.</summary>
    public int? Partition { get; set; }

    /// <summary>The broker that leads; null where none does, and nobody can use the partition.</summary>
    public int? Leader { get; set; }

    /// <summary>The broker that is to lead, which is the first of those that keep it.</summary>
    public int? PreferredLeader => Broker.Length > 0 ? Broker[0] : null;

    /// <summary>The brokers that keep it.</summary>
    public BrokerCollection Broker { get; set; } = new([]);

    /// <summary>Those of them whose replica does not keep up with the leader, or is on a broker that is down.</summary>
    public BrokerCollection OutOfSync { get; set; } = new([]);

    /// <summary>Puts together by partition what was told by replica.</summary>
    /// <param name="replicas">All replicas of some topics; the first of a partition is the one that is to lead.</param>
    public static IReadOnlyList<PlacedPartition> Of(IEnumerable<TopicReplica> replicas) =>
    [
        .. from replica in replicas
           group replica by (replica.Topic, replica.Partition) into partition
           let any = partition.First()
           select new PlacedPartition
           {
               Context = any.Context,
               InstanceId = any.InstanceId,
               Instance = any.Instance,
               Topic = any.Topic,
               Partition = any.Partition,
               Leader = partition.FirstOrDefault(replica => replica.IsLeader)?.Broker,
               Broker = new([.. partition.Select(replica => replica.Broker ?? -1)]),
               OutOfSync = new([.. partition.Where(replica => !replica.InSync).Select(replica => replica.Broker ?? -1)]),
           },
    ];

    /// <summary>Topic and partition.</summary>
    public override string ToString() => $"{Topic}-{Partition}";
}
