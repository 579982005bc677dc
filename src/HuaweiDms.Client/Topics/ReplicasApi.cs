using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>
/// Replicas of topics and their reassignment (5.2.8, 5.2.11, 5.5.8). Every method throws <see cref="DmsException"/> when the call fails.
/// </summary>
public sealed class ReplicasApi
{
    private static readonly ApiOperation UpdateReplicas = ApiOperation.Post(
        "5.2.8",
        "UpdateTopicReplica",
        "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/replicas-reassignment",
        Repeatability.Always);

    private static readonly ApiOperation Reassign = ApiOperation.Post(
        "5.2.11", "CreateReassignmentTask", "/v2/kafka/{project_id}/instances/{instance_id}/reassign", Repeatability.OnlyIfNotActedOn);

    private static readonly ApiOperation ShowDetail = ApiOperation.Get(
        "5.5.8", "ShowInstanceTopicDetail", "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}");

    private readonly ApiTransport _transport;
    private readonly DmsClientOptions _options;

    internal ReplicasApi(ApiTransport transport, DmsClientOptions options)
    {
        _transport = transport;
        _options = options;
    }

    /// <summary>
    /// Lists the replicas of a topic by partition, the preferred leader first (5.5.8). The service allows one such call per second and
    /// instance; calls within this process wait for each other.
    /// </summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="topic">The name of the topic.</param>
    /// <param name="cancellationToken">Cancels the call and the waiting.</param>
    public async Task<IReadOnlyList<TopicReplica>> ListAsync(string instanceId, string topic, CancellationToken cancellationToken = default)
    {
        ApiRequest request = new ApiRequest(ShowDetail, instanceId).With("topic", topic);
        TopicDetail detail = await RateGate.Of(instanceId, _options.Time).PassAsync(
            _options.TopicDetailInterval, () => _transport.GetAsync(request, ServiceJsonContext.Default.TopicDetail, cancellationToken), cancellationToken).ConfigureAwait(false);
        string[] groups = [.. (detail.ConsumerGroups ?? []).OfType<string>()];
        return
        [
            .. from partition in detail.Partitions ?? throw DmsErrors.MissingBody(request)
               where partition is not null
               orderby partition.Partition
               from replica in partition.Replicas ?? []
               where replica is not null
               select _transport.WithOrigin(new TopicReplica
               {
                   Topic = topic,
                   Partition = partition.Partition,
                   Broker = replica.Broker,
                   IsLeader = replica.IsLeader ?? replica.Broker == partition.Leader,
                   InSync = replica.InSync ?? false,
                   SizeBytes = replica.SizeBytes,
                   Lag = replica.Lag,
                   StartOffset = partition.StartOffset,
                   EndOffset = partition.EndOffset,
                   HighWatermark = partition.HighWatermark,
                   UpdatedAt = partition.UpdatedAt,
                   ConsumerGroups = groups,
               }, instanceId),
        ];
    }

    /// <summary>
    /// Changes the brokers of partitions of a topic (5.2.8). The service moves the data after it has responded; use <see cref="ListAsync"/>
    /// to follow the progress.
    /// </summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="topic">The name of the topic.</param>
    /// <param name="placements">The brokers of each partition; every partition of a topic has the same number of brokers.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task PlaceAsync(
        string instanceId, string topic, IReadOnlyList<PartitionPlacement> placements, CancellationToken cancellationToken = default)
    {
        ReplicaPlaces body = new()
        {
            Partitions = [.. placements.Select(place => new ReplicaPlace { Partition = place.Partition, Brokers = place.Brokers })],
        };
        ApiRequest request = new ApiRequest(UpdateReplicas, instanceId).With("topic", topic).Body(body, ServiceJsonContext.Default.ReplicaPlaces);
        return _transport.SendAsync(request, cancellationToken);
    }

    /// <summary>Reassigns the partitions of topics (5.2.11), using a background task.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="plan">The reassignment plan.</param>
    /// <param name="throttleMBps">The maximum rate in MB per second, 1 to 300; null for no limit.</param>
    /// <param name="at">The scheduled time; null to start immediately.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<PartitionReassignment> ReassignAsync(
        string instanceId, IReadOnlyList<TopicReassignment> plan, int? throttleMBps = null, DateTimeOffset? at = null, CancellationToken cancellationToken = default)
    {
        ReassignmentBody body = Body(plan, throttleMBps, onlyEstimate: false);
        body.IsScheduled = at is null ? null : true;
        body.ExecuteAt = at;
        ReassignmentResponse response = await SendAsync(Request(instanceId, body), cancellationToken).ConfigureAwait(false);
        PartitionReassignment reassignment = Result(instanceId, plan, throttleMBps);
        reassignment.TaskId = response.TaskId ?? response.ScheduleId;
        reassignment.ScheduledAt = at;
        return reassignment;
    }

    /// <summary>Estimates the duration of a reassignment (5.2.11). Nothing is moved.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="plan">The reassignment plan.</param>
    /// <param name="throttleMBps">The maximum rate in MB per second, 1 to 300; null for no limit.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<PartitionReassignment> EstimateAsync(
        string instanceId, IReadOnlyList<TopicReassignment> plan, int? throttleMBps = null, CancellationToken cancellationToken = default)
    {
        ApiRequest request = Request(instanceId, Body(plan, throttleMBps, onlyEstimate: true)).Harmless();
        ReassignmentResponse response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        PartitionReassignment reassignment = Result(instanceId, plan, throttleMBps);
        reassignment.EstimatedTime = response.Seconds is { } seconds ? Saturate(seconds) : throw DmsErrors.MissingBody(request);
        return reassignment;
    }

    private static TimeSpan Saturate(long seconds)
        => seconds > TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerSecond ? TimeSpan.MaxValue : TimeSpan.FromTicks(Math.Max(seconds, 0) * TimeSpan.TicksPerSecond);

    private Task<ReassignmentResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
        => _transport.GetAsync(request, ServiceJsonContext.Default.ReassignmentResponse, cancellationToken);

    private static ApiRequest Request(string instanceId, ReassignmentBody body)
        => new ApiRequest(Reassign, instanceId).Body(body, ServiceJsonContext.Default.ReassignmentBody);

    private static ReassignmentBody Body(IReadOnlyList<TopicReassignment> plan, int? throttleMBps, bool onlyEstimate)
        => new()
        {
            Throttle = throttleMBps,
            OnlyEstimate = onlyEstimate,
            Reassignments =
            [
                .. plan.Select(topic => new ReassignmentItem
                {
                    Topic = topic.Topic,
                    Brokers = topic.Brokers,
                    ReplicationFactor = topic.ReplicationFactor,
                    Assignment = topic.Assignment?.Select(place => new AssignedPartition { Partition = place.Partition, Brokers = place.Brokers }).ToList(),
                }),
            ],
        };

    private PartitionReassignment Result(string instanceId, IReadOnlyList<TopicReassignment> plan, int? throttleMBps)
        => _transport.WithOrigin(
            new PartitionReassignment
            {
                Topics = [.. plan.Select(topic => topic.Topic)],
                ThrottleMBps = throttleMBps,
                Plan = [.. plan],
            },
            instanceId);
}
