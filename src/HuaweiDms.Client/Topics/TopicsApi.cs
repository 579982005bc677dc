using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Topics and their partitions (5.5.2 to 5.5.7; v1.0: 7.1.1.7 to 7.1.1.9). Every method throws <see cref="DmsException"/> when the call fails.</summary>
public sealed partial class TopicsApi
{
    /// <summary>
    /// The maximum number of topics that one request changes or deletes. The reference states no limit; this many complete within the time
    /// of one response.
    /// </summary>
    public const int BatchSize = 100;

    private const int PageSize = 50;

    /// <summary>The reference states no maximum page size of partitions and producers; this size is known to work.</summary>
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

    private readonly FallbackPath _update = new();
    private readonly ApiTransport _transport;
    private readonly bool _v1;

    internal TopicsApi(ApiTransport transport, DmsClientOptions options)
    {
        _transport = transport;
        _v1 = options.ApiVersion == ApiVersion.V1;
    }

    /// <summary>
    /// Lists the topics of an instance (5.5.3), 50 per request; v1.0 returns them in one response (7.1.1.8). If that response reports more
    /// topics than it contains, 5.5.3 lists them.
    /// </summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="range">The part of the list to read.</param>
    public PagedResult<Topic> List(string instanceId, PageRange range = default)
        => _v1
            ? new(PageSource<Topic>.Whole((offset, limit, cancellationToken) => FetchWholeAsync(instanceId, offset, limit, cancellationToken)), range)
            : InPages(instanceId, range);

    /// <summary>Reads the number of partitions that an instance can still take (5.5.3, 7.1.1.8).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<TopicLimits> GetLimitsAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        TopicList list = (await ReadListAsync(_v1 ? ListV1 : ListV2, instanceId, offset: 0, limit: 1, cancellationToken).ConfigureAwait(false)).Value!;
        TopicLimits limits = new()
        {
            TopicCount = list.ReportedTotal,
            RemainingPartitions = list.RemainingPartitions,
            PartitionLimit = list.MaxPartitions,
            MaxPartitionsPerTopic = list.MaxPartitionsPerTopic,
        };
        return _transport.WithOrigin(limits, instanceId);
    }

    /// <summary>Creates a topic (5.5.2, 7.1.1.7). It appears in the list a few seconds later.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="specification">The properties of the topic.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The name of the topic.</returns>
    public async Task<string> CreateAsync(string instanceId, TopicSpecification specification, CancellationToken cancellationToken = default)
    {
        ApiRequest request = new ApiRequest(_v1 ? CreateV1 : CreateV2, instanceId)
            .Body(specification, ServiceJsonContext.Default.TopicSpecification);
        CreatedTopic? created = (await _transport.SendAsync(request, ServiceJsonContext.Default.CreatedTopic, cancellationToken).ConfigureAwait(false)).Value;
        return created?.Name ?? created?.Id ?? specification.Name;
    }

    /// <summary>Changes topics (5.5.4). If the gateway does not know that path, the older 7.2.2.1 can still add partitions.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="updates">The changes; at most <see cref="BatchSize"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One result per topic, in the order of the request: some may succeed and others fail.</returns>
    public async Task<IReadOnlyList<TopicActionResult>> UpdateAsync(
        string instanceId, IReadOnlyList<TopicUpdate> updates, CancellationToken cancellationToken = default)
    {
        BatchRule.Check(nameof(updates), updates, BatchSize);
        if (!updates.Any(update => update.OnlyAddsPartitions))
            return await UpdateAllAsync(instanceId, updates, cancellationToken).ConfigureAwait(false);
        return await _update.SendAsync(
            () => UpdateAllAsync(instanceId, updates, cancellationToken),
            () => UpdateOneByOneAsync(instanceId, updates, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Deletes topics and all their messages (5.5.5, 7.1.1.9). A topic that does not exist counts as deleted.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="names">The names of the topics; at most <see cref="BatchSize"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One result per topic, in the order of the request: some may succeed and others fail.</returns>
    public async Task<IReadOnlyList<TopicActionResult>> DeleteAsync(
        string instanceId, IReadOnlyList<string> names, CancellationToken cancellationToken = default)
    {
        BatchRule.Check(nameof(names), names, BatchSize);
        ApiRequest request = new ApiRequest(_v1 ? DeleteV1 : DeleteV2, instanceId)
            .Body(new() { Topics = names }, ServiceJsonContext.Default.TopicNames);
        ApiResponse<TopicOutcomes> response
            = await _transport.SendAsync(request, ServiceJsonContext.Default.TopicOutcomes, cancellationToken).ConfigureAwait(false);
        return _transport.WithOrigins(TopicBatch.OfAll("delete", names, response.Value), instanceId);
    }

    /// <summary>Lists the partitions of a topic (5.5.6).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="topic">The name of the topic.</param>
    /// <param name="range">The part of the list to read.</param>
    public PagedResult<TopicPartition> ListPartitions(string instanceId, string topic, PageRange range = default)
        => _transport.Paged(
            () => new ApiRequest(ShowPartitions, instanceId).With("topic", topic),
            ServiceJsonContext.Default.TopicPartitionList,
            response => (response.Partitions, response.Total),
            partition => Remember(partition, instanceId, topic),
            PartitionPageSize,
            partition => partition.ToString(),
            range);

    /// <summary>Lists the connected producers of a topic (5.5.7).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="topic">The name of the topic.</param>
    /// <param name="range">The part of the list to read.</param>
    public PagedResult<TopicProducer> ListProducers(string instanceId, string topic, PageRange range = default)
        => _transport.Paged(
            () => new ApiRequest(ShowProducers, instanceId).With("topic", topic),
            ServiceJsonContext.Default.TopicProducerList,
            response => (response.Producers, response.Total),
            producer => Remember(producer, instanceId, topic),
            PartitionPageSize,
            key: null,
            range);

    private async Task<IReadOnlyList<TopicActionResult>> UpdateAllAsync(
        string instanceId, IReadOnlyList<TopicUpdate> updates, CancellationToken cancellationToken)
    {
        ApiRequest request = new ApiRequest(Update, instanceId)
            .Body(new() { Topics = updates }, ServiceJsonContext.Default.TopicUpdates);
        ApiResponse<TopicOutcomes> response
            = await _transport.SendAsync(request, ServiceJsonContext.Default.TopicOutcomes, cancellationToken).ConfigureAwait(false);
        string[] names = [.. updates.Select(update => update.Name)];
        if (response.MayHaveActedBefore)
            response.Value?.FailedTopics?.RemoveAll(failed => WasDoneBefore(failed, updates));
        return _transport.WithOrigins(TopicBatch.OfFailed("update", names, response.Value), instanceId);
    }

    /// <summary>
    /// An attempt whose response was lost may have added the partitions; the next attempt then fails because they exist already.
    /// </summary>
    private static bool WasDoneBefore(TopicOutcome? failed, IReadOnlyList<TopicUpdate> updates)
        => updates.Any(update => update.Name == failed?.Id && IsAboutPresentCount(update, failed.Message));

    private static bool IsAboutPresentCount(TopicUpdate update, string? message)
        => update.PartitionCount is { } count
            && message?.IndexOf(FormattableString.Invariant($"already has {count} partitions"), StringComparison.OrdinalIgnoreCase) >= 0;

    private PagedResult<Topic> InPages(string instanceId, PageRange range)
        => new(
            new PageSource<Topic>(
                (offset, limit, cancellationToken) => FetchAsync(instanceId, offset, limit, cancellationToken), PageSize, topic => topic.Name),
            range);

    private async Task<Page<Topic>> FetchAsync(string instanceId, long offset, int limit, CancellationToken cancellationToken)
    {
        ApiResponse<TopicList> response = await ReadListAsync(ListV2, instanceId, offset, limit, cancellationToken).ConfigureAwait(false);
        return new(response.Value!.Topics!, response.Value.ReportedTotal) { Throttled = response.Throttled };
    }

    private async Task<ApiResponse<TopicList>> ReadListAsync(
        ApiOperation list, string instanceId, long offset, int limit, CancellationToken cancellationToken)
    {
        ApiRequest request = new(list, instanceId);
        if (list == ListV2)
            request.Query("offset", offset).Query("limit", limit);
        ApiResponse<TopicList> response
            = await _transport.SendAsync(request, ServiceJsonContext.Default.TopicList, cancellationToken).ConfigureAwait(false);
        if (response.Value is { ReportedTotal: 0 } none)
            none.Topics ??= [];
        List<Topic>? topics = response.Value?.Topics;
        if (topics is null || topics.Exists(topic => topic?.Name is null))
            throw DmsErrors.MissingBody(request);
        _transport.WithOrigins(topics, instanceId);
        return response;
    }

    private void Remember(TopicResource read, string instanceId, string topic) => _transport.WithOrigin(read, instanceId).Topic = topic;
}
