using System.Globalization;
using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>What the brokers of an instance know of themselves (5.2.6, 5.2.7, 5.2.10). Every method throws <see cref="DmsException"/> when the call fails.</summary>
public sealed class ClusterApi
{
    private static readonly ApiOperation ShowCluster
        = ApiOperation.Get("5.2.6", "ShowCluster", "/v2/{project_id}/instances/{instance_id}/management/cluster");

    private static readonly ApiOperation ShowCoordinators
        = ApiOperation.Get("5.2.7", "ShowCoordinators", "/v2/{project_id}/instances/{instance_id}/management/coordinators");

    private static readonly ApiOperation ShowDiskUsage
        = ApiOperation.Get("5.2.10", "ShowKafkaTopicPartitionDiskusage", "/v2/{project_id}/instances/{instance_id}/topics/diskusage");

    private readonly ApiTransport _transport;
    private readonly string? _context;

    internal ClusterApi(ApiTransport transport, DmsClientOptions options)
    {
        _transport = transport;
        _context = options.Name;
    }

    /// <summary>Reads the brokers, the controller, and the counts of topics, partitions and replicas (5.2.6).</summary>
    /// <param name="instanceId">Which instance.</param>
    /// <param name="stop">Ends the call.</param>
    public async Task<Cluster> GetAsync(string instanceId, CancellationToken stop = default)
    {
        ApiRequest request = new ApiRequest(ShowCluster).With("instance_id", instanceId);
        ClusterAnswer answer = await _transport.GetAsync(request, ServiceJsonContext.Default.ClusterAnswer, stop).ConfigureAwait(false);
        Cluster cluster = answer.Cluster ?? throw DmsErrors.MissingBody(ShowCluster.Name);
        cluster.Context = _context;
        cluster.InstanceId = instanceId;
        cluster.Brokers = cluster.Brokers is { } brokers ? [.. brokers.OfType<ClusterBroker>()] : null;
        return cluster;
    }

    /// <summary>Lists the broker that coordinates each consumer group (5.2.7).</summary>
    /// <param name="instanceId">Which instance.</param>
    /// <param name="stop">Ends the call.</param>
    public async Task<IReadOnlyList<Coordinator>> ListCoordinatorsAsync(string instanceId, CancellationToken stop = default)
    {
        ApiRequest request = new ApiRequest(ShowCoordinators).With("instance_id", instanceId);
        CoordinatorList answer = await _transport.GetAsync(request, ServiceJsonContext.Default.CoordinatorList, stop).ConfigureAwait(false);
        Coordinator[] coordinators = [.. (answer.Coordinators ?? throw DmsErrors.MissingBody(ShowCoordinators.Name)).OfType<Coordinator>()];
        foreach (Coordinator coordinator in coordinators)
        {
            coordinator.Context = _context;
            coordinator.InstanceId = instanceId;
        }
        return coordinators;
    }

    /// <summary>Lists the disk usage of each broker (5.2.10).</summary>
    /// <param name="instanceId">Which instance.</param>
    /// <param name="filter">Which partitions to tell of; null leaves that to the service, which tells of those from 1 GB on.</param>
    /// <param name="stop">Ends the call.</param>
    public async Task<IReadOnlyList<DiskUsage>> ListDiskUsageAsync(string instanceId, DiskUsageFilter? filter = null, CancellationToken stop = default)
    {
        ApiRequest request = new ApiRequest(ShowDiskUsage)
            .With("instance_id", instanceId)
            .Query("minSize", filter?.MinimumBytes is { } bytes ? ByteSizeConverter.Format(bytes) : null)
            .Query("top", filter?.Top)
            .Query("percentage", filter?.Percent?.ToString(CultureInfo.InvariantCulture));
        DiskUsageAnswer answer = await _transport.GetAsync(request, ServiceJsonContext.Default.DiskUsageAnswer, stop).ConfigureAwait(false);
        DiskUsage[] brokers = [.. (answer.Brokers ?? throw DmsErrors.MissingBody(ShowDiskUsage.Name)).OfType<DiskUsage>()];
        foreach (DiskUsage broker in brokers)
        {
            broker.Context = _context;
            broker.InstanceId = instanceId;
        }
        return brokers;
    }
}
