namespace HuaweiDms.PowerShell.Engine;

/// <summary>The brokers that an instance has.</summary>
internal static class InstanceBrokers
{
    /// <summary>
    /// Reads the brokers. If Kafka Manager is off or cannot be used, their numbers are unknown and counted from 0. Returns none if
    /// the number of brokers is also unknown.
    /// </summary>
    public static async Task<IReadOnlyList<ClusterBroker>> ReadAsync(DmsClient client, string instanceId, CancellationToken cancellationToken)
    {
        try
        {
            Cluster cluster = await client.Cluster.GetAsync(instanceId, cancellationToken).ConfigureAwait(false);
            if (cluster.Brokers is { Length: > 0 } brokers && Array.TrueForAll(brokers, broker => broker.BrokerId is not null))
                return brokers;
        }
        catch (DmsException unknown) when (unknown.Kind is DmsErrorKind.Busy or DmsErrorKind.InvalidArgument or DmsErrorKind.NotFound or DmsErrorKind.PermissionDenied)
        {
            // The request below shows whether the instance exists.
        }
        Instance instance = await client.Instances.GetAsync(instanceId, cancellationToken).ConfigureAwait(false);
        return [.. Enumerable.Range(0, instance.BrokerCount ?? 0).Select(number => new ClusterBroker { BrokerId = number })];
    }

    /// <summary>Their numbers.</summary>
    public static async Task<IReadOnlyList<int>> NumbersAsync(DmsContext context, string instanceId, CancellationToken cancellationToken)
        => [.. (await ReadAsync(context.Client, instanceId, cancellationToken).ConfigureAwait(false)).Select(broker => broker.BrokerId!.Value)];
}
