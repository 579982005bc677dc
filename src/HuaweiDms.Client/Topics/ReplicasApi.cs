using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Where the replicas of topics are, and how they get elsewhere (5.2.8, 5.2.11, 5.5.8). Every method throws <see cref="DmsException"/> when the call fails.</summary>
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
    /// Lists the replicas of a topic, partition by partition, the one that is to lead first (5.5.8). The service takes one such
    /// call a second and instance; calls of this process wait for each other.
    /// </summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="stop">Ends the call, and the waiting for it.</param>
    public async Task<IReadOnlyList<TopicReplica>> ListAsync(string instanceId, string topic, CancellationToken stop = default)
    {
        ApiRequest request = new ApiRequest(ShowDetail).With("instance_id", instanceId).With("topic", topic);
        TopicDetail detail = await RateGate.Of(instanceId, _options.Time).PassAsync(
            _options.TopicDetailInterval, () => _transport.GetAsync(request, ServiceJsonContext.Default.TopicDetail, stop), stop).ConfigureAwait(false);
        string[] groups = [.. (detail.ConsumerGroups ?? []).OfType<string>()];
        return
        [
            .. from partition in detail.Partitions ?? throw DmsErrors.MissingBody(ShowDetail.Name)
               where partition is not null
               orderby partition.Partition
               from replica in partition.Replicas ?? []
               where replica is not null
               select _transport.Locate(new TopicReplica
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
    /// Has partitions of a topic kept by other brokers (5.2.8). The service goes on with it after it has answered; what has
    /// arrived, <see cref="ListAsync"/> tells.
    /// </summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="placements">The brokers of each partition; every partition of a topic has the same number of them.</param>
    /// <param name="stop">Ends the call.</param>
    public Task PlaceAsync(string instanceId, string topic, IReadOnlyList<PartitionPlacement> placements, CancellationToken stop = default)
    {
        ReplicaPlaces body = new()
        {
            Partitions = [.. placements.Select(place => new ReplicaPlace { Partition = place.Partition, Brokers = place.Brokers })],
        };
        ApiRequest request = new ApiRequest(UpdateReplicas)
            .With("instance_id", instanceId).With("topic", topic).Body(body, ServiceJsonContext.Default.ReplicaPlaces);
        return _transport.SendAsync(request, stop);
    }

    /// <summary>Has the partitions of topics moved to other brokers by a background task (5.2.11).</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="plan">Where the partitions go.</param>
    /// <param name="throttleMBps">Megabytes a second that are moved at most, 1 to 300; null for no limit.</param>
    /// <param name="at">When to begin; null for at once.</param>
    /// <param name="stop">Ends the call.</param>
    public async Task<PartitionReassignment> ReassignAsync(
        string instanceId, IReadOnlyList<TopicReassignment> plan, int? throttleMBps = null, DateTimeOffset? at = null, CancellationToken stop = default)
    {
        ReassignmentBody body = Body(plan, throttleMBps, onlyEstimate: false);
        (body.IsScheduled, body.ExecuteAt) = (at is null ? null : true, at);
        ReassignmentAnswer answer = await SendAsync(Request(instanceId, body), stop).ConfigureAwait(false);
        PartitionReassignment reassignment = Result(instanceId, plan, throttleMBps);
        reassignment.TaskId = answer.TaskId ?? answer.ScheduleId;
        reassignment.ScheduledAt = at;
        return reassignment;
    }

    /// <summary>Asks how long it would take to move the partitions of topics (5.2.11). Nothing is moved.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="plan">Where the partitions would go.</param>
    /// <param name="throttleMBps">Megabytes a second that are moved at most, 1 to 300; null for no limit.</param>
    /// <param name="stop">Ends the call.</param>
    public async Task<PartitionReassignment> EstimateAsync(
        string instanceId, IReadOnlyList<TopicReassignment> plan, int? throttleMBps = null, CancellationToken stop = default)
    {
        ReassignmentAnswer answer = await SendAsync(Request(instanceId, Body(plan, throttleMBps, onlyEstimate: true)).Harmless(), stop).ConfigureAwait(false);
        PartitionReassignment reassignment = Result(instanceId, plan, throttleMBps);
        reassignment.EstimatedTime = answer.Seconds is { } seconds ? Saturate(seconds) : throw DmsErrors.MissingBody(Reassign.Name);
        return reassignment;
    }

    private static TimeSpan Saturate(long seconds)
        => seconds > TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerSecond ? TimeSpan.MaxValue : TimeSpan.FromTicks(Math.Max(seconds, 0) * TimeSpan.TicksPerSecond);

    private Task<ReassignmentAnswer> SendAsync(ApiRequest request, CancellationToken stop)
        => _transport.GetAsync(request, ServiceJsonContext.Default.ReassignmentAnswer, stop);

    private static ApiRequest Request(string instanceId, ReassignmentBody body)
        => new ApiRequest(Reassign).With("instance_id", instanceId).Body(body, ServiceJsonContext.Default.ReassignmentBody);

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
        => _transport.Locate(
            new PartitionReassignment
            {
                Topics = [.. plan.Select(topic => topic.Topic)],
                ThrottleMBps = throttleMBps,
                Plan = [.. plan],
            },
            instanceId);
}
