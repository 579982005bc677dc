using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <content>The topics, members and offsets of a group.</content>
public sealed partial class ConsumerGroupsApi
{
    private static readonly ApiOperation ResetOffset = ApiOperation.Put(
        "5.6.5", "ResetMessageOffsetWithEngine", "/v2/kafka/{project_id}/instances/{instance_id}/groups/{group}/reset-message-offset");

    private static readonly ApiOperation ListGroupOffsets = ApiOperation.Get(
        "5.6.6", "ListInstanceConsumerGroupMessageOffset", "/v2/{engine}/{project_id}/instances/{instance_id}/groups/{group}/message-offset");

    private static readonly ApiOperation ListGroupTopics = ApiOperation.Get(
        "5.6.11", "ListInstanceConsumerGroupTopics", "/v2/{engine}/{project_id}/instances/{instance_id}/groups/{group}/topics");

    private static readonly ApiOperation ListGroupMembers = ApiOperation.Get(
        "5.6.12", "ListInstanceConsumerGroupMembers", "/v2/{engine}/{project_id}/instances/{instance_id}/groups/{group}/members");

    private static readonly ApiOperation ResetOffsetOlder = ApiOperation.Post(
        "7.2.3.1",
        "ResetMessageOffset",
        "/v2/{project_id}/instances/{instance_id}/management/groups/{group}/reset-message-offset",
        Repeatability.Always);

    private readonly FallbackPath _reset = new();

    /// <summary>
    /// Lists the members of a group (5.6.12). Addresses and partitions come from the group itself (5.6.1) where the list does not have
    /// them.
    /// </summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="group">The name of the consumer group.</param>
    /// <param name="host">The only address to include, as the service compares it; null for all.</param>
    /// <param name="memberId">The only member id to include; null for all.</param>
    /// <param name="range">The part of the list to read.</param>
    public PagedResult<ConsumerGroupMember> ListMembers(
        string instanceId, string group, string? host = null, string? memberId = null, PageRange range = default)
        => new(
            new(async (offset, limit, cancellationToken) =>
                {
                    ApiRequest request = Request(ListGroupMembers, instanceId, group)
                        .Query("host", host).Query("member_id", memberId).Query("offset", offset).Query("limit", limit);
                    Page<ConsumerGroupMember> page = await _transport.GetPageAsync(
                        request,
                        ServiceJsonContext.Default.ConsumerGroupMemberList,
                        response => (response.Members, response.Total),
                        member => Remember(member, instanceId, group),
                        cancellationToken).ConfigureAwait(false);
                    await CompleteAsync(page.Items, instanceId, group, cancellationToken).ConfigureAwait(false);
                    return page;
                },
                PageSize,
                member => member.MemberId),
            range);

    /// <summary>Lists the topics of a group (5.6.11).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="group">The name of the consumer group.</param>
    /// <param name="topic">The only topic to include; null for all.</param>
    /// <param name="sortKey">The sort key: <c>topic</c>, <c>partition</c> or <c>messages</c>, which is the lag; null for the lag.</param>
    /// <param name="sortDirection"><c>asc</c> or <c>desc</c>; null for largest first.</param>
    /// <param name="range">The part of the list to read.</param>
    public PagedResult<ConsumerGroupTopic> ListTopics(
        string instanceId, string group, string? topic = null, string? sortKey = null, string? sortDirection = null, PageRange range = default)
        => _transport.Paged(
            () => Request(ListGroupTopics, instanceId, group).Query("topic", topic).Query("sort_key", sortKey).Query("sort_dir", sortDirection),
            ServiceJsonContext.Default.ConsumerGroupTopicList,
            response => (response.Topics, response.Total),
            read => Remember(read, instanceId, group),
            PageSize,
            read => read.Topic,
            range);

    /// <summary>Lists the offsets of a group in a topic (5.6.6).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="group">The name of the consumer group.</param>
    /// <param name="topic">
    /// The name of the topic. The documented response does not name topics, so offsets are requested topic by topic.
    /// </param>
    /// <param name="partition">The only partition to include; null for all.</param>
    /// <param name="range">The part of the list to read.</param>
    public PagedResult<ConsumerOffset> ListOffsets(string instanceId, string group, string topic, int? partition = null, PageRange range = default)
        => _transport.Paged(
            () => Request(ListGroupOffsets, instanceId, group).Query("topic", topic).Query("partition", partition),
            ServiceJsonContext.Default.ConsumerOffsetList,
            response => (response.Offsets, response.Total),
            offset =>
            {
                offset.Topic ??= topic;
                Remember(offset, instanceId, group);
            },
            PageSize,
            offset => $"{offset.Topic}/{offset.Partition}",
            range);

    /// <summary>
    /// Resets offsets of a group (5.6.5; if the gateway does not know that path, 7.2.3.1). The service refuses while the group has members.
    /// </summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="group">The name of the consumer group.</param>
    /// <param name="reset">The partitions and their target.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task ResetOffsetAsync(string instanceId, string group, OffsetReset reset, CancellationToken cancellationToken = default)
    {
        OffsetResetBody body = new()
        {
            Topic = reset.Topic,
            Partition = reset.Partition ?? -1,
            Offset = reset.Offset,
            Timestamp = reset.Time is { } time ? Math.Max(time.ToUnixTimeMilliseconds(), 0) : null,
        };
        return _reset.SendAsync(
            () => SendAsync(Request(ResetOffset, instanceId, group), body, ServiceJsonContext.Default.OffsetResetBody, cancellationToken),
            () => SendAsync(Request(ResetOffsetOlder, instanceId, group), body, ServiceJsonContext.Default.OffsetResetBody, cancellationToken));
    }

    /// <summary>Reads all members without their partitions: requesting the group for those would request its members again.</summary>
    private async Task<ConsumerGroupMember[]> ReadMembersAsync(string instanceId, string group, CancellationToken cancellationToken)
    {
        PagedResult<ConsumerGroupMember> listed = _transport.Paged(
            () => Request(ListGroupMembers, instanceId, group),
            ServiceJsonContext.Default.ConsumerGroupMemberList,
            response => (response.Members, response.Total),
            member => Remember(member, instanceId, group),
            PageSize,
            member => member.MemberId,
            range: default);
        return [.. await listed.ToListAsync(cancellationToken).ConfigureAwait(false)];
    }

    private async Task<ConsumerOffset[]> ReadOffsetsAsync(string instanceId, string group, CancellationToken cancellationToken)
    {
        List<ConsumerOffset> offsets = [];
        await foreach (ConsumerGroupTopic read in ListTopics(instanceId, group).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (read.Topic is not { } topic)
                continue;
            offsets.AddRange(await ListOffsets(instanceId, group, topic).ToListAsync(cancellationToken).ConfigureAwait(false));
        }
        return [.. offsets];
    }

    private async Task CompleteAsync(IReadOnlyList<ConsumerGroupMember> members, string instanceId, string group, CancellationToken cancellationToken)
    {
        ConsumerGroup? whole = members.Any(member => member.Assignments is null)
            ? await GetAsync(instanceId, group, cancellationToken).ConfigureAwait(false)
            : null;
        foreach (ConsumerGroupMember member in members)
        {
            ConsumerGroupMember? known = whole?.Members?.FirstOrDefault(other => other.MemberId == member.MemberId);
            member.Host ??= known?.Host;
            member.Assignments ??= known?.Assignments;
        }
    }
}
