using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Topics and their partitions (5.5.2 to 5.5.7; v1.0: 7.1.1.7 to 7.1.1.9). Every method throws <see cref="DmsException"/> when the call fails.</summary>
public sealed partial class TopicsApi
{
    /// <summary>Topics that one request changes or deletes at most. The reference names no limit; so many are done within the time of one answer.</summary>
    public const int BatchSize = 100;

    private const int PageSize = 50;

    /// <summary>The reference names no largest page of partitions and producers; this much is known to be answered.</summary>
    private const int PartitionPageSize = 10;

    private const string Path = "/v2/{project_id}/instances/{instance_id}/topics";
    private const string PathV1 = "/v1.0/{project_id}/instances/{instance_id}/topics";

    private static readonly ApiOperation CreateV2 = ApiOperation.Post("5.5.2", "CreateInstanceTopic", Path, Repeatability.OnlyIfNotActedOn);

    private static readonly ApiOperation ListV2 = ApiOperation.Get("5.5.3", "ListInstanceTopics", Path);

    private static readonly ApiOperation Update = ApiOperation.Put("5.5.4", "UpdateInstanceTopic", Path);

    private static readonly ApiOperation DeleteV2
        = ApiOperation.Post("5.5.5", "BatchDeleteInstanceTopic", "/v2/{project_id}/instances/{instance_id}/topics/delete", Repeatability.Always);

    private static readonly ApiOperation ShowPartitions
        = ApiOperation.Get("5.5.6", "ListTopicPartitions", "/v2/{project_id}/kafka/instances/{instance_id}/topics/{topic}/partitions");

    private static readonly ApiOperation ShowProducers
        = ApiOperation.Get("5.5.7", "ListTopicProducers", "/v2/{project_id}/kafka/instances/{instance_id}/topics/{topic}/producers");

    private static readonly ApiOperation CreateV1
        = ApiOperation.Post("7.1.1.7", "CreateInstanceTopicV1", PathV1, Repeatability.OnlyIfNotActedOn);

    private static readonly ApiOperation ListV1 = ApiOperation.Get("7.1.1.8", "ListInstanceTopicsV1", PathV1);

    private static readonly ApiOperation DeleteV1
        = ApiOperation.Post("7.1.1.9", "BatchDeleteInstanceTopicV1", "/v1.0/{project_id}/instances/{instance_id}/topics/delete", Repeatability.Always);

    private readonly OlderPath _update = new();
    private readonly ApiTransport _transport;
    private readonly bool _v1;

    internal TopicsApi(ApiTransport transport, DmsClientOptions options)
    {
        _transport = transport;
        _v1 = options.ApiVersion == ApiVersion.V1;
    }

    /// <summary>
    /// Lists the topics of an instance (5.5.3), 50 a request; v1.0 has them in one answer (7.1.1.8). Should that tell of more than it
    /// holds, they are listed as by 5.5.3.
    /// </summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="range">Which part of the list.</param>
    public PagedResult<Topic> List(string instanceId, PageRange range = default)
        => _v1
            ? new(PageSource<Topic>.Whole((offset, limit, stop) => FetchWholeAsync(instanceId, offset, limit, stop)), range)
            : InPages(instanceId, range);

    /// <summary>Reads how many partitions an instance can still take (5.5.3, 7.1.1.8).</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="stop">Ends the call.</param>
    public async Task<TopicLimits> GetLimitsAsync(string instanceId, CancellationToken stop = default)
    {
        TopicList list = (await SendAsync(_v1 ? ListV1 : ListV2, instanceId, offset: 0, limit: 1, stop).ConfigureAwait(false)).Value!;
        TopicLimits limits = new()
        {
            TopicCount = list.Told,
            RemainingPartitions = list.RemainingPartitions,
            PartitionLimit = list.MaxPartitions,
            MaxPartitionsPerTopic = list.MaxPartitionsPerTopic,
        };
        return _transport.Locate(limits, instanceId);
    }

    /// <summary>Creates a topic (5.5.2, 7.1.1.7). It shows in the list some seconds later.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="specification">What to create.</param>
    /// <param name="stop">Ends the call.</param>
    /// <returns>The name that the topic has.</returns>
    public async Task<string> CreateAsync(string instanceId, TopicSpecification specification, CancellationToken stop = default)
    {
        ApiRequest request = new ApiRequest(_v1 ? CreateV1 : CreateV2)
            .With("instance_id", instanceId)
            .Body(specification, ServiceJsonContext.Default.TopicSpecification);
        CreatedTopic? created = (await _transport.SendAsync(request, ServiceJsonContext.Default.CreatedTopic, stop).ConfigureAwait(false)).Value;
        return created?.Name ?? created?.Id ?? specification.Name;
    }

    /// <summary>
    /// Changes topics (5.5.4). Where the gateway does not know that path, the older 7.2.2.1 can at least add partitions.
    /// </summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="updates">What to change; at most <see cref="BatchSize"/>.</param>
    /// <param name="stop">Ends the call.</param>
    /// <returns>A result for each, in the order asked: the service may do a part only.</returns>
    public async Task<IReadOnlyList<TopicActionResult>> UpdateAsync(
        string instanceId, IReadOnlyList<TopicUpdate> updates, CancellationToken stop = default)
    {
        BatchRule.Check(nameof(updates), updates, BatchSize);
        return await _update.SendAsync(
            () => UpdateAllAsync(instanceId, updates, stop),
            () => updates.Any(update => update.OnlyAddsPartitions)
                ? UpdateOneByOneAsync(instanceId, updates, stop)
                : UpdateAllAsync(instanceId, updates, stop)).ConfigureAwait(false);
    }

    /// <summary>Deletes topics and all their messages (5.5.5, 7.1.1.9). One that never was counts as deleted.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="names">Which; at most <see cref="BatchSize"/>.</param>
    /// <param name="stop">Ends the call.</param>
    /// <returns>A result for each, in the order asked: the service may do a part only.</returns>
    public async Task<IReadOnlyList<TopicActionResult>> DeleteAsync(string instanceId, IReadOnlyList<string> names, CancellationToken stop = default)
    {
        BatchRule.Check(nameof(names), names, BatchSize);
        ApiRequest request = new ApiRequest(_v1 ? DeleteV1 : DeleteV2)
            .With("instance_id", instanceId)
            .Body(new() { Topics = names }, ServiceJsonContext.Default.TopicNames);
        ApiAnswer<TopicOutcomes> answer = await _transport.SendAsync(request, ServiceJsonContext.Default.TopicOutcomes, stop).ConfigureAwait(false);
        return _transport.LocateAll(TopicBatch.OfAll("delete", names, answer.Value), instanceId);
    }

    /// <summary>Lists the partitions of a topic (5.5.6).</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="range">Which part of the list.</param>
    public PagedResult<TopicPartition> ListPartitions(string instanceId, string topic, PageRange range = default)
        => new(
            new PageSource<TopicPartition>((offset, limit, stop) => FetchPartitionsAsync(instanceId, topic, offset, limit, stop), PartitionPageSize, partition => partition.ToString()),
            range);

    /// <summary>Lists the clients that produce to a topic (5.5.7).</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="range">Which part of the list.</param>
    public PagedResult<TopicProducer> ListProducers(string instanceId, string topic, PageRange range = default)
        => new(new PageSource<TopicProducer>((offset, limit, stop) => FetchProducersAsync(instanceId, topic, offset, limit, stop), PartitionPageSize), range);

    private async Task<IReadOnlyList<TopicActionResult>> UpdateAllAsync(string instanceId, IReadOnlyList<TopicUpdate> updates, CancellationToken stop)
    {
        ApiRequest request = new ApiRequest(Update)
            .With("instance_id", instanceId)
            .Body(new() { Topics = updates }, ServiceJsonContext.Default.TopicUpdates);
        ApiAnswer<TopicOutcomes> answer = await _transport.SendAsync(request, ServiceJsonContext.Default.TopicOutcomes, stop).ConfigureAwait(false);
        string[] names = [.. updates.Select(update => update.Name)];
        if (answer.Attempts > 1)
            answer.Value?.FailedTopics?.RemoveAll(failed => WasDoneBefore(failed, updates));
        return _transport.LocateAll(TopicBatch.OfFailed("update", names, answer.Value), instanceId);
    }

    /// <summary>An attempt whose answer was lost may have added the partitions; the next one then hears that they are there already.</summary>
    private static bool WasDoneBefore(TopicOutcome? failed, IReadOnlyList<TopicUpdate> updates)
        => updates.Any(update => update.Name == failed?.Id && IsAboutPresentCount(update, failed.Message));

    private static bool IsAboutPresentCount(TopicUpdate update, string? message)
        => update.PartitionCount is { } count
            && message?.IndexOf(FormattableString.Invariant($"already has {count} partitions"), StringComparison.OrdinalIgnoreCase) >= 0;

    private PagedResult<Topic> InPages(string instanceId, PageRange range)
        => new(new PageSource<Topic>((offset, limit, stop) => FetchAsync(instanceId, offset, limit, stop), PageSize, topic => topic.Name), range);

    private async Task<Page<Topic>> FetchAsync(string instanceId, long offset, int limit, CancellationToken stop)
    {
        ApiAnswer<TopicList> answer = await SendAsync(ListV2, instanceId, offset, limit, stop).ConfigureAwait(false);
        return new(answer.Value!.Topics!, answer.Value.Told) { Throttled = answer.Throttled };
    }

    private async Task<ApiAnswer<TopicList>> SendAsync(ApiOperation list, string instanceId, long offset, int limit, CancellationToken stop)
    {
        ApiRequest request = new ApiRequest(list).With("instance_id", instanceId);
        if (list == ListV2)
            request.Query("offset", offset).Query("limit", limit);
        ApiAnswer<TopicList> answer = await _transport.SendAsync(request, ServiceJsonContext.Default.TopicList, stop).ConfigureAwait(false);
        if (answer.Value is { Told: 0 } none)
            none.Topics ??= [];
        if (answer.Value?.Topics?.TrueForAll(topic => topic?.Name is not null) != true)
            throw DmsErrors.MissingBody(list.Name);
        _transport.LocateAll(answer.Value.Topics, instanceId);
        return answer;
    }

    private Task<Page<TopicPartition>> FetchPartitionsAsync(string instanceId, string topic, long offset, int limit, CancellationToken stop)
        => _transport.GetPageAsync(
            Part(ShowPartitions, instanceId, topic, offset, limit),
            ServiceJsonContext.Default.TopicPartitionList,
            answer => (answer.Partitions, answer.Total),
            partition => Remember(partition, instanceId, topic),
            stop);

    private Task<Page<TopicProducer>> FetchProducersAsync(string instanceId, string topic, long offset, int limit, CancellationToken stop)
        => _transport.GetPageAsync(
            Part(ShowProducers, instanceId, topic, offset, limit),
            ServiceJsonContext.Default.TopicProducerList,
            answer => (answer.Producers, answer.Total),
            producer => Remember(producer, instanceId, topic),
            stop);

    private static ApiRequest Part(ApiOperation operation, string instanceId, string topic, long offset, int limit)
        => new ApiRequest(operation).With("instance_id", instanceId).With("topic", topic).Query("offset", offset).Query("limit", limit);

    private void Remember(TopicResource read, string instanceId, string topic) => _transport.Locate(read, instanceId).Topic = topic;
}
