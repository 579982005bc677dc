using System.Globalization;
using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Sends the requests that find and read messages (5.8.1 to 5.8.3), on the paths that the gateway knows.</summary>
internal sealed class MessageQueries(ApiTransport transport)
{
    private readonly FallbackPath _query = new();

    /// <summary>Reads a part of the messages of all partitions.</summary>
    public Task<Page<Message>> FetchAsync(
        MessageScope scope, bool ascending, FetchPage<Message> older, long offset, int limit, CancellationToken cancellationToken)
        => _query.SendAsync(() => FetchNewerAsync(scope, ascending, offset, limit, cancellationToken), () => older(offset, limit, cancellationToken));

    /// <summary>Finds the messages whose content contains a keyword; the service returns a single page.</summary>
    public Task<Page<Message>> FindAsync(MessageScope scope, string keyword, bool ascending, CancellationToken cancellationToken)
        => FetchAsync(NewQuery(scope, ascending).Query("keyword", keyword), scope, cancellationToken);

    /// <summary>Reads a part of the messages of one partition or of all.</summary>
    public Task<Page<Message>> FetchOlderAsync(MessageScope scope, int? partition, long offset, int limit, CancellationToken cancellationToken)
        => FetchAsync(
            new ApiRequest(MessagesApi.ListOfPeriod, scope.InstanceId)
                .With("topic", scope.Topic)
                .Query("start_time", scope.Period.StartMilliseconds)
                .Query("end_time", scope.Period.EndMilliseconds)
                .Query("offset", offset)
                .Query("limit", limit)
                .Query("partition", partition ?? -1),
            scope,
            cancellationToken);

    /// <summary>Reads the message at an offset; returns null if there is none.</summary>
    public async Task<Message?> ShowAsync(string instanceId, string topic, PartitionPosition at, bool download, CancellationToken cancellationToken)
    {
        IReadOnlyList<Message> messages = await ListAtAsync(instanceId, topic, at, download, cancellationToken).ConfigureAwait(false);
        // The response may contain later messages as well, or only later ones if there is none at the offset.
        Message? message = messages.FirstOrDefault(found => found.Offset is null || found.Offset == at.Offset);
        if (message is null)
            return null;
        message.Topic ??= topic;
        message.Partition ??= at.Partition;
        message.Offset ??= at.Offset;
        return message;
    }

    /// <summary>This operation takes a page number and a fixed page size.</summary>
    private async Task<Page<Message>> FetchNewerAsync(MessageScope scope, bool ascending, long offset, int limit, CancellationToken cancellationToken)
    {
        ApiRequest request = NewQuery(scope, ascending).Query("offset", offset / MessagesApi.PageSize).Query("limit", MessagesApi.PageSize);
        Page<Message> page = await FetchAsync(request, scope, cancellationToken).ConfigureAwait(false);
        return page.With([.. page.Items.Skip((int)(offset % MessagesApi.PageSize)).Take(limit)]);
    }

    private Task<IReadOnlyList<Message>> ListAtAsync(
        string instanceId, string topic, PartitionPosition at, bool download, CancellationToken cancellationToken)
        => _query.SendAsync(
            () => ListAtNewerAsync(instanceId, topic, at, download, cancellationToken), () => ListAtOlderAsync(instanceId, topic, at, cancellationToken));

    private Task<IReadOnlyList<Message>> ListAtNewerAsync(
        string instanceId, string topic, PartitionPosition at, bool download, CancellationToken cancellationToken)
        => transport.GetListAsync(
            new ApiRequest(MessagesApi.Query, instanceId)
                .Query("topic", topic)
                .Query("download", download ? "true" : "false")
                .Query("message_offset", at.Offset)
                .Query("partition", at.Partition),
            ServiceJsonContext.Default.MessageList,
            response => response.Messages ?? (response.Total == 0 ? [] : null),
            message => transport.WithOrigin(message, instanceId),
            cancellationToken);

    private Task<IReadOnlyList<Message>> ListAtOlderAsync(string instanceId, string topic, PartitionPosition at, CancellationToken cancellationToken)
        => transport.GetListAsync(
            new ApiRequest(MessagesApi.ShowOne, instanceId)
                .With("topic", topic)
                .With("partition", at.Partition.ToString(CultureInfo.InvariantCulture))
                .Query("message_offset", at.Offset),
            ServiceJsonContext.Default.MessageAtOffset,
            response => response.Messages,
            message => transport.WithOrigin(message, instanceId),
            cancellationToken);

    private static ApiRequest NewQuery(MessageScope scope, bool ascending)
        => new ApiRequest(MessagesApi.Query, scope.InstanceId)
            .Query("topic", scope.Topic)
            .Query("asc", ascending ? "true" : "false")
            .Query("start_time", scope.Period.StartMilliseconds)
            .Query("end_time", scope.Period.EndMilliseconds);

    private Task<Page<Message>> FetchAsync(ApiRequest request, MessageScope scope, CancellationToken cancellationToken)
        => transport.GetPageAsync(
            request,
            ServiceJsonContext.Default.MessageList,
            response => (response.Messages, response.Total ?? response.Count),
            message =>
            {
                message.Topic ??= scope.Topic;
                transport.WithOrigin(message, scope.InstanceId);
            },
            cancellationToken);
}
