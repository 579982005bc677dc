namespace HuaweiDms;

/// <summary>
/// The leader and the replicas of a partition. It also serves as a row of a reassignment plan: one that leaves the partition where it is.
/// </summary>
public sealed class PlacedPartition : TopicResource
{
    /// <summary>The partition number.</summary>
    public int? Partition { get; set; }

    /// <summary>The leader; null if there is none, in which case the partition cannot be used.</summary>
    public int? Leader { get; set; }

    /// <summary>The preferred leader, which is the first broker in the list of replicas.</summary>
    public int? PreferredLeader => Broker.Length > 0 ? Broker[0] : null;

    /// <summary>The brokers that hold a replica.</summary>
    public BrokerCollection Broker { get; set; } = new([]);

    /// <summary>The brokers whose replica is not in sync with the leader, or that are down.</summary>
    public BrokerCollection OutOfSync { get; set; } = new([]);

    /// <summary>Groups replicas by partition.</summary>
    /// <param name="replicas">All replicas of some topics; the first replica of a partition is on its preferred leader.</param>
    public static IReadOnlyList<PlacedPartition> Of(IEnumerable<TopicReplica> replicas) =>
    [
        .. from replica in replicas
           group replica by (replica.Topic, replica.Partition) into partition
           let first = partition.First()
           select new PlacedPartition
           {
               Context = first.Context,
               InstanceId = first.InstanceId,
               Instance = first.Instance,
               Topic = first.Topic,
               Partition = first.Partition,
               Leader = partition.FirstOrDefault(replica => replica.IsLeader)?.Broker,
               Broker = new([.. partition.Select(replica => replica.Broker ?? -1)]),
               OutOfSync = new([.. partition.Where(replica => !replica.InSync).Select(replica => replica.Broker ?? -1)]),
           },
    ];

    /// <summary>Returns topic and partition.</summary>
    public override string ToString() => $"{Topic}-{Partition}";
}
