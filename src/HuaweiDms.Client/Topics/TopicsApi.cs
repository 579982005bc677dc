using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Topics and their partitions (5.5; v1.0: 7.1.1.7 to 7.1.1.9). Every method throws <see cref="DmsException"/> when the call fails.</summary>
public sealed class TopicsApi
{
    private const int PageSize = 50;

    /// <summary>The reference names no largest page of partitions; this much is known to be answered.</summary>
    private const int PartitionPageSize = 10;

    private static readonly ApiOperation ListV2
        = ApiOperation.Get("5.5.3", "ListInstanceTopics", "/v2/{project_id}/instances/{instance_id}/topics");

    private static readonly ApiOperation ListTopicPartitions = ApiOperation.Get(
        "5.5.6", "ListTopicPartitions", "/v2/{project_id}/kafka/instances/{instance_id}/topics/{topic}/partitions");

    private static readonly ApiOperation ListV1
        = ApiOperation.Get("7.1.1.8", "ListInstanceTopicsV1", "/v1.0/{project_id}/instances/{instance_id}/topics");

    private readonly ApiTransport _transport;
    private readonly string? _context;
    private readonly bool _v1;

    internal TopicsApi(ApiTransport transport, DmsClientOptions options)
    {
        _transport = transport;
        _context = options.Name;
        _v1 = options.ApiVersion == ApiVersion.V1;
    }

    /// <summary>Lists the topics of an instance (5.5.3), 50 a request; v1.0 has them all in one answer (7.1.1.8).</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="range">Which part of the list.</param>
    public PagedResult<Topic> List(string instanceId, PageRange range = default)
        => new(
            new((offset, limit, stop) => FetchAsync(instanceId, offset, limit, stop), _v1 ? int.MaxValue : PageSize, topic => topic.Name), range);

    /// <summary>Reads how many partitions an instance can still take (5.5.3, 7.1.1.8).</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="stop">Ends the call.</param>
    public async Task<TopicLimits> GetLimitsAsync(string instanceId, CancellationToken stop = default)
    {
        TopicList list = (await SendAsync(instanceId, offset: 0, limit: 1, stop).ConfigureAwait(false)).Value!;
        return new()
        {
            Context = _context,
            InstanceId = instanceId,
            TopicCount = list.Total ?? list.Count,
            RemainingPartitions = list.RemainingPartitions,
            MaxPartitions = list.MaxPartitions,
            MaxPartitionsPerTopic = list.MaxPartitionsPerTopic,
        };
    }

    /// <summary>Lists the partitions of a topic (5.5.6).</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="range">Which part of the list.</param>
    public PagedResult<TopicPartition> ListPartitions(string instanceId, string topic, PageRange range = default)
        => new(
            new((offset, limit, stop) => FetchPartitionsAsync(instanceId, topic, offset, limit, stop), PartitionPageSize, partition => partition.ToString()),
            range);

    private async Task<Page<Topic>> FetchAsync(string instanceId, long offset, int limit, CancellationToken stop)
    {
        ApiAnswer<TopicList> answer = await SendAsync(instanceId, offset, limit, stop).ConfigureAwait(false);
        List<Topic> topics = answer.Value!.Topics!;
        foreach (Topic topic in topics)
            (topic.Context, topic.InstanceId) = (_context, instanceId);
        long? total = answer.Value.Total ?? answer.Value.Count;
        return _v1
            ? new([.. topics.Skip((int)Math.Min(offset, int.MaxValue)).Take(limit)], total ?? topics.Count) { Throttled = answer.Throttled }
            : new(topics, total) { Throttled = answer.Throttled };
    }

    private async Task<ApiAnswer<TopicList>> SendAsync(string instanceId, long offset, int limit, CancellationToken stop)
    {
        ApiRequest request = new ApiRequest(_v1 ? ListV1 : ListV2).With("instance_id", instanceId);
        if (!_v1)
            request.Query("offset", offset).Query("limit", limit);
        ApiAnswer<TopicList> answer = await _transport.SendAsync(request, ServiceJsonContext.Default.TopicList, stop).ConfigureAwait(false);
        if (answer.Value?.Topics is not { } topics)
            throw DmsErrors.MissingBody(request.Operation.Name);
        topics.RemoveAll(topic => topic?.Name is null);
        return answer;
    }

    private async Task<Page<TopicPartition>> FetchPartitionsAsync(string instanceId, string topic, long offset, int limit, CancellationToken stop)
    {
        ApiRequest request = new ApiRequest(ListTopicPartitions)
            .With("instance_id", instanceId).With("topic", topic).Query("offset", offset).Query("limit", limit);
        ApiAnswer<TopicPartitionList> answer = await _transport
            .SendAsync(request, ServiceJsonContext.Default.TopicPartitionList, stop).ConfigureAwait(false);
        List<TopicPartition> partitions = answer.Value?.Partitions ?? throw DmsErrors.MissingBody(ListTopicPartitions.Name);
        partitions.RemoveAll(partition => partition is null);
        foreach (TopicPartition partition in partitions)
            (partition.Context, partition.InstanceId, partition.Topic) = (_context, instanceId, topic);
        return new(partitions, answer.Value.Total) { Throttled = answer.Throttled };
    }
}
