using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Adds to the brokers of an instance what only its topics contain: the partitions with problems, and the load of each broker.
/// </summary>
/// <param name="context">The connection.</param>
/// <param name="instance">The instance.</param>
/// <param name="throttle">Limits the requests in flight.</param>
/// <param name="progress">Counts topics.</param>
internal sealed class ClusterDetails(DmsContext context, InstanceReference instance, Throttle throttle, TopicProgress progress)
{
    private const string DetailedType = "HuaweiDms.Cluster#Detailed";
    private const string DetailedBrokerType = "HuaweiDms.ClusterBroker#Detailed";

    /// <summary>
    /// Reads the brokers, and the reasons for missing values. The service's own topics are included, as in its own figures.
    /// </summary>
    public async Task<NamedItems> ReadAsync(CancellationToken cancellationToken)
    {
        Cluster cluster = await context.Client.Cluster.GetAsync(instance.Id, cancellationToken).ConfigureAwait(false);
        ReadResult<IReadOnlyList<Topic>> topics = await ReadResult.ReadAsync(
            throttle,
            async () => (IReadOnlyList<Topic>)await context.Client.Topics.List(instance.Id).ToListAsync(cancellationToken).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        if (topics.Value is not { } listed)
            return new([cluster], [.. Failures.Unread([("topics", topics.Error!)], instance)]);
        ReplicaReader reader = new(context.Client, instance.Id, throttle, progress);
        string[] names = [.. listed.Select(topic => topic.Name).OfType<string>()];
        IReadOnlyList<TopicReplica> replicas = await reader.ReadAsync(names, cancellationToken).ConfigureAwait(false);
        cluster.UnreadTopics = reader.Unread.Count == 0 ? [] : [.. names.Except(replicas.Select(replica => replica.Topic).OfType<string>(), StringComparer.Ordinal)];
        // If nothing could be read, the partitions are unknown, not healthy.
        if (replicas.Count > 0 || reader.Unread.Count == 0)
            Complete(cluster, Balance.Of(replicas, []));
        return new([cluster], [.. Failures.Unread(reader.Unread, instance)]);
    }

    private static void Complete(Cluster cluster, Balance balance)
    {
        cluster.OfflinePartitions = [.. balance.Offline];
        cluster.UnderReplicatedPartitions = [.. balance.UnderReplicated];
        cluster.NonPreferredLeaderPartitions = [.. balance.NonPreferredLeader];
        PSObject.AsPSObject(cluster).TypeNames.Insert(0, DetailedType);
        foreach (ClusterBroker broker in cluster.Brokers ?? [])
        {
            BrokerLoad load = balance.Loads.FirstOrDefault(load => load.Broker == broker.BrokerId) ?? new(0, 0, 0, 0, 0);
            broker.LeaderCount = load.Leaders;
            broker.PreferredCount = load.Preferred;
            broker.ReplicaCount = load.Replicas;
            broker.SizeBytes = load.Bytes;
            PSObject.AsPSObject(broker).TypeNames.Insert(0, DetailedBrokerType);
        }
    }
}
