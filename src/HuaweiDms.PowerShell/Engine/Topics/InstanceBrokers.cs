namespace HuaweiDms.PowerShell.Engine;

/// <summary>The brokers that an instance has.</summary>
internal static class InstanceBrokers
{
    /// <summary>
    /// Reads them. Where Kafka Manager is off, or may not be asked, nobody tells their numbers: then they count from 0. None come where
    /// nobody tells how many there are either.
    /// </summary>
    public static async Task<IReadOnlyList<ClusterBroker>> ReadAsync(DmsClient client, string instanceId, CancellationToken stop)
    {
        try
        {
            Cluster cluster = await client.Cluster.GetAsync(instanceId, stop).ConfigureAwait(false);
            if (cluster.Brokers is { Length: > 0 } brokers && Array.TrueForAll(brokers, broker => broker.BrokerId is not null))
                return brokers;
        }
        catch (DmsException unknown) when (unknown.Kind is DmsErrorKind.Busy or DmsErrorKind.InvalidArgument or DmsErrorKind.NotFound or DmsErrorKind.PermissionDenied)
        {
            // The instance itself says below whether it is there.
        }
        Instance instance = await client.Instances.GetAsync(instanceId, stop).ConfigureAwait(false);
        return [.. Enumerable.Range(0, instance.BrokerCount ?? 0).Select(number => new ClusterBroker { BrokerId = number })];
    }

    /// <summary>Their numbers.</summary>
    public static async Task<IReadOnlyList<int>> NumbersAsync(DmsContext context, string instanceId, CancellationToken stop)
        => [.. (await ReadAsync(context.Client, instanceId, stop).ConfigureAwait(false)).Select(broker => broker.BrokerId!.Value)];
}
