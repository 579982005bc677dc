namespace HuaweiDms.PowerShell.Engine;

/// <summary>The brokers that an instance has, by number.</summary>
internal static class BrokerNumbers
{
    /// <summary>Reads them. Where Kafka Manager is off, or may not be asked, nobody tells them: then they count from 0.</summary>
    public static async Task<IReadOnlyList<int>> ReadAsync(DmsContext context, string instanceId, CancellationToken stop)
    {
        try
        {
            Cluster cluster = await context.Client.Cluster.GetAsync(instanceId, stop).ConfigureAwait(false);
            if (cluster.Brokers is { Length: > 0 } brokers && Array.TrueForAll(brokers, broker => broker.BrokerId is not null))
                return [.. brokers.Select(broker => broker.BrokerId!.Value)];
        }
        catch (DmsException unknown) when (unknown.Kind is DmsErrorKind.Busy or DmsErrorKind.InvalidArgument or DmsErrorKind.NotFound or DmsErrorKind.PermissionDenied)
        {
            // The instance itself says below whether it is there.
        }
        Instance instance = await context.Client.Instances.GetAsync(instanceId, stop).ConfigureAwait(false);
        return [.. Enumerable.Range(0, instance.BrokerCount ?? 0)];
    }
}
