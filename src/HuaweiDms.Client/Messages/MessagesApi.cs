using System.Globalization;
using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Messages of topics (5.5.1, 5.8). Every method throws <see cref="DmsException"/> when the call fails.</summary>
public sealed class MessagesApi
{
    /// <summary>The reference states no maximum page size; this size is known to work.</summary>
    internal const int PageSize = 10;

    /// <summary>
    /// The largest size in bytes, key and content together, that any topic can be set to accept (max.message.bytes, 5.5.2).
    /// </summary>
    public const int LargestMessage = 10 << 20;

    /// <summary>Finds messages by time or keyword, or reads the one at an offset.</summary>
    internal static readonly ApiOperation Query
        = ApiOperation.Get("5.8.1", "ShowInstanceMessages", "/v2/{project_id}/instances/{instance_id}/messages");

    /// <summary>Reads the message at an offset.</summary>
    internal static readonly ApiOperation ShowOne = ApiOperation.Get("5.8.2", "ShowPartitionMessage",
        "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/partitions/{partition}/message");

    /// <summary>Lists messages by time, of one partition or of all.</summary>
    internal static readonly ApiOperation ListOfPeriod
        = ApiOperation.Get("5.8.3", "ShowMessages", "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/messages");

    private static readonly ApiOperation Send = ApiOperation.Post(
        "5.5.1", "SendKafkaMessage", "/v2/{project_id}/instances/{instance_id}/messages/action", Repeatability.OnlyIfNotActedOn);

    private static readonly ApiOperation ShowBeginning = ApiOperation.Get("5.8.4", "ShowPartitionBeginningMessage",
        "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/partitions/{partition}/beginning-message");

    private static readonly ApiOperation ShowEnd = ApiOperation.Get("5.8.5", "ShowPartitionEndMessage",
        "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/partitions/{partition}/end-message");

    private static readonly ApiOperation DeleteMessages = ApiOperation.Delete(
        "5.8.6", "DeleteKafkaTopicMessages", "/v2/{project_id}/kafka/instances/{instance_id}/topics/{topic}/messages");

    private readonly ApiTransport _transport;
    private readonly MessageQueries _queries;

    internal MessagesApi(ApiTransport transport)
    {
        _transport = transport;
        _queries = new MessageQueries(transport);
    }

    /// <summary>Produces a message (5.5.1). It is not sent again if that could append it twice.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="topic">The name of the topic.</param>
    /// <param name="value">The content.</param>
    /// <param name="key">The key; null or empty for none.</param>
    /// <param name="partition">The partition; if null, the key or the service determines it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<SentMessage> SendAsync(
        string instanceId, string topic, string value, string? key = null, int? partition = null, CancellationToken cancellationToken = default)
    {
        long size = MessageSize.Check(value, key ?? string.Empty);
        List<MessageProperty> properties = [];
        if (!string.IsNullOrEmpty(key))
            properties.Add(new() { Name = MessageProperty.Key, Value = key! });
        if (partition is { } number)
            properties.Add(new() { Name = MessageProperty.Partition, Value = number.ToString(CultureInfo.InvariantCulture) });
        ApiRequest request = new ApiRequest(Send, instanceId)
            .Query("action_id", "send")
            .Body(new() { Topic = topic, Value = value, Properties = properties }, ServiceJsonContext.Default.MessageBody);
        ApiResponse<MessageReceipt> response
            = await _transport.SendAsync(request, ServiceJsonContext.Default.MessageReceipt, cancellationToken).ConfigureAwait(false);
        SentMessage sent = new()
        {
            Topic = topic,
            Partition = (int?)response.Value?.Number(MessageProperty.Partition) ?? partition,
            Offset = response.Value?.Number(MessageProperty.Offset),
            Key = string.IsNullOrEmpty(key) ? null : key,
            Value = value,
            SizeBytes = size,
        };
        return _transport.WithOrigin(sent, instanceId);
    }

    /// <summary>Lists the messages of all partitions, without content (5.8.1; if the gateway does not know that path, 5.8.3).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="topic">The name of the topic.</param>
    /// <param name="period">The period in which they were produced.</param>
    /// <param name="ascending">Whether to return the oldest messages first instead of the newest.</param>
    /// <param name="range">The part of the list to read.</param>
    public PagedResult<Message> List(string instanceId, string topic, MessagePeriod period, bool ascending = false, PageRange range = default)
        => PagedResult<Message>.From(() =>
        {
            MessageScope scope = new(instanceId, topic, period);
            FetchPage<Message> older = Older(scope, partition: null, ascending, range);
            return new((offset, limit, cancellationToken) => _queries.FetchAsync(scope, ascending, older, offset, limit, cancellationToken), PageSize, Place);
        }, range);

    /// <summary>Lists the messages of one partition, without content (5.8.3).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="topic">The name of the topic.</param>
    /// <param name="partition">The partition number.</param>
    /// <param name="period">The period in which they were produced.</param>
    /// <param name="ascending">Whether to return the oldest messages first instead of the newest.</param>
    /// <param name="range">The part of the list to read.</param>
    public PagedResult<Message> ListOfPartition(
        string instanceId, string topic, int partition, MessagePeriod period, bool ascending = false, PageRange range = default)
        => PagedResult<Message>.From(() => new(Older(new(instanceId, topic, period), partition, ascending, range), PageSize, Place), range);

    /// <summary>Finds messages whose content contains a keyword, at most ten, without content (5.8.1).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="topic">The name of the topic.</param>
    /// <param name="keyword">The keyword, at most 50 characters.</param>
    /// <param name="period">The period in which they were produced.</param>
    /// <param name="ascending">Whether to return the oldest messages first instead of the newest.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<IReadOnlyList<Message>> FindAsync(
        string instanceId, string topic, string keyword, MessagePeriod period, bool ascending = false, CancellationToken cancellationToken = default)
        => (await _queries.FindAsync(new(instanceId, topic, period), keyword, ascending, cancellationToken).ConfigureAwait(false)).Items;

    /// <summary>
    /// Reads the complete message at an offset (5.8.1, with a second request if it is large; if the gateway does not know that path,
    /// 5.8.2).
    /// </summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="topic">The name of the topic.</param>
    /// <param name="partition">The partition number.</param>
    /// <param name="offset">The offset.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The message; null if there is none at the offset.</returns>
    public async Task<Message?> GetAsync(string instanceId, string topic, int partition, long offset, CancellationToken cancellationToken = default)
    {
        PartitionPosition at = new(partition, offset);
        Message? message = await _queries.ShowAsync(instanceId, topic, at, download: false, cancellationToken).ConfigureAwait(false);
        return message?.IsHuge == true ? await _queries.ShowAsync(instanceId, topic, at, download: true, cancellationToken).ConfigureAwait(false) : message;
    }

    /// <summary>
    /// Reads the properties of the message at an offset with a single request (5.8.1; if the gateway does not know that path, 5.8.2). The
    /// content of a large message is truncated.
    /// </summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="topic">The name of the topic.</param>
    /// <param name="partition">The partition number.</param>
    /// <param name="offset">The offset.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The message; null if there is none at the offset.</returns>
    public Task<Message?> PeekAsync(string instanceId, string topic, int partition, long offset, CancellationToken cancellationToken = default)
        => _queries.ShowAsync(instanceId, topic, new(partition, offset), download: false, cancellationToken);

    /// <summary>Reads the content of a message from a list.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The message; null if it has been deleted.</returns>
    public Task<Message?> ReadAsync(Message message, CancellationToken cancellationToken = default)
        => message.HasContent && message.IsHuge != true
            ? Task.FromResult<Message?>(message)
            : _queries.ShowAsync(
                message.InstanceId!, message.Topic!, new(message.Partition ?? 0, message.Offset ?? 0), download: message.IsHuge == true, cancellationToken);

    /// <summary>
    /// Reads the messages of a partition from an offset to its current end, with content. An offset without a message yields null.
    /// </summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="topic">The name of the topic.</param>
    /// <param name="partition">The partition number.</param>
    /// <param name="offset">The first offset; a value before the beginning means the beginning.</param>
    /// <param name="range">The part of them to read.</param>
    public PagedResult<Message?> ReadFrom(string instanceId, string topic, int partition, long offset, PageRange range = default)
        => PagedResult<Message?>.From(() =>
        {
            long start = offset;
            long end = long.MaxValue;
            // A page holds one message, so that several are read ahead and returned in order.
            return new(async (place, _, cancellationToken) =>
            {
                if (place == range.Skip)
                {
                    PartitionOffset log = await GetOffsetAsync(instanceId, topic, partition, cancellationToken).ConfigureAwait(false);
                    start = Math.Max(offset, log.StartOffset ?? 0);
                    end = log.EndOffset ?? 0;
                }
                long wanted = start + place;
                return wanted >= end
                    ? new([], Math.Max(end - start, 0))
                    : new([await GetAsync(instanceId, topic, partition, wanted, cancellationToken).ConfigureAwait(false)], end - start);
            }, PageSize: 1);
        }, range);

    /// <summary>Reads the start and end offset of a partition (5.8.4, 5.8.5).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="topic">The name of the topic.</param>
    /// <param name="partition">The partition number.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<PartitionOffset> GetOffsetAsync(string instanceId, string topic, int partition, CancellationToken cancellationToken = default)
    {
        MessagePosition[] ends = await Task.WhenAll(
            ShowPositionAsync(ShowBeginning, instanceId, topic, partition, cancellationToken),
            ShowPositionAsync(ShowEnd, instanceId, topic, partition, cancellationToken)).ConfigureAwait(false);
        PartitionOffset offset = new()
        {
            Topic = topic,
            Partition = partition,
            StartOffset = ends[0].Offset,
            // The response describes the latest message; without one, and therefore without a timestamp, it has the next offset.
            EndOffset = ends[1].Timestamp is null ? ends[1].Offset : ends[1].Offset + 1,
            FirstMessageAt = ends[0].Timestamp,
            LastMessageAt = ends[1].Timestamp,
        };
        return _transport.WithOrigin(offset, instanceId);
    }

    /// <summary>Permanently deletes the messages of partitions before an offset (5.8.6).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="topic">The name of the topic.</param>
    /// <param name="before">The partitions, each with the first offset that is kept.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One result per item, in the order of the request.</returns>
    public async Task<IReadOnlyList<PartitionActionResult>> DeleteAsync(
        string instanceId, string topic, IReadOnlyList<PartitionPosition> before, CancellationToken cancellationToken = default)
    {
        MessageDeletion body = new() { Partitions = [.. before.Select(each => new DeletedPartition { Partition = each.Partition, Offset = each.Offset })] };
        ApiRequest request = new ApiRequest(DeleteMessages, instanceId)
            .With("topic", topic)
            .Body(body, ServiceJsonContext.Default.MessageDeletion);
        ApiResponse<MessageDeletionResponse> response
            = await _transport.SendAsync(request, ServiceJsonContext.Default.MessageDeletionResponse, cancellationToken).ConfigureAwait(false);
        return [.. before.Select(each => _transport.WithOrigin(DeletedPartitionOutcome.ResultOf(response.Value, topic, each), instanceId))];
    }

    private FetchPage<Message> Older(MessageScope scope, int? partition, bool ascending, PageRange range)
        => new OrderedMessages(
            (offset, limit, cancellationToken) => _queries.FetchOlderAsync(scope, partition, offset, limit, cancellationToken), ascending, range.Skip).FetchAsync;

    private static string Place(Message message) => message.ToString();

    private async Task<MessagePosition> ShowPositionAsync(
        ApiOperation operation, string instanceId, string topic, int partition, CancellationToken cancellationToken)
    {
        ApiRequest request = new ApiRequest(operation, instanceId)
            .With("topic", topic)
            .With("partition", partition.ToString(CultureInfo.InvariantCulture));
        MessagePosition position
            = await _transport.GetAsync(request, ServiceJsonContext.Default.MessagePosition, cancellationToken).ConfigureAwait(false);
        return position.Offset is null ? throw DmsErrors.MissingBody(request) : position;
    }
}
