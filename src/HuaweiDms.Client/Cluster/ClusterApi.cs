using System.Globalization;
using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>
/// The state of the brokers of an instance (5.2.6, 5.2.7, 5.2.10). Every method throws <see cref="DmsException"/> when the call fails.
/// </summary>
public sealed class ClusterApi
{
    private static readonly ApiOperation ShowCluster
        = ApiOperation.Get("5.2.6", "ShowCluster", "/v2/{project_id}/instances/{instance_id}/management/cluster");

    private static readonly ApiOperation ShowCoordinators
        = ApiOperation.Get("5.2.7", "ShowCoordinators", "/v2/{project_id}/instances/{instance_id}/management/coordinators");

    private static readonly ApiOperation ShowDiskUsage
        = ApiOperation.Get("5.2.10", "ShowKafkaTopicPartitionDiskusage", "/v2/{project_id}/instances/{instance_id}/topics/diskusage");

    private readonly ApiTransport _transport;

    internal ClusterApi(ApiTransport transport) => _transport = transport;

    /// <summary>Reads the brokers, the controller, and the counts of topics, partitions and replicas (5.2.6).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<Cluster> GetAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        ApiRequest request = new(ShowCluster, instanceId);
        ClusterResponse response
            = await _transport.GetAsync(request, ServiceJsonContext.Default.ClusterResponse, cancellationToken).ConfigureAwait(false);
        Cluster cluster = response.Cluster ?? throw DmsErrors.MissingBody(request);
        cluster.Brokers = cluster.Brokers?.OfType<ClusterBroker>().Select(broker => _transport.WithOrigin(broker, instanceId)).ToArray();
        return _transport.WithOrigin(cluster, instanceId);
    }

    /// <summary>Lists the coordinator of each consumer group (5.2.7).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<IReadOnlyList<Coordinator>> ListCoordinatorsAsync(string instanceId, CancellationToken cancellationToken = default)
        => _transport.GetListAsync(
            new(ShowCoordinators, instanceId),
            ServiceJsonContext.Default.CoordinatorList,
            response => response.Coordinators,
            coordinator => _transport.WithOrigin(coordinator, instanceId),
            cancellationToken);

    /// <summary>Lists the disk usage of each broker (5.2.10).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="filter">
    /// The partitions to include; null leaves that to the service, which includes partitions of 1 GB and larger.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<IReadOnlyList<DiskUsage>> ListDiskUsageAsync(
        string instanceId, DiskUsageFilter? filter = null, CancellationToken cancellationToken = default)
        => _transport.GetListAsync(
            new ApiRequest(ShowDiskUsage, instanceId)
                .Query("minSize", filter?.MinimumBytes is { } bytes ? ByteSizeConverter.Format(bytes) : null)
                .Query("top", filter?.Top)
                .Query("percentage", filter?.Percent?.ToString(CultureInfo.InvariantCulture)),
            ServiceJsonContext.Default.DiskUsageResponse,
            response => response.Brokers,
            broker =>
            {
                _transport.WithOrigin(broker, instanceId);
                broker.Partitions = broker.Partitions?.OfType<PartitionDiskUsage>().ToArray();
            },
            cancellationToken);
}
