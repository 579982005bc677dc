using System.Text.Json.Serialization.Metadata;
using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>
/// Consumer groups, their members and their offsets (5.6, 7.2.3). Every method throws <see cref="DmsException"/> when the call fails.
/// </summary>
public sealed partial class ConsumerGroupsApi
{
    /// <summary>The maximum number of groups that one request deletes; the reference states no limit.</summary>
    public const int BatchSize = 50;

    private const int PageSize = 50;

    private static readonly ApiOperation ShowGroup
        = ApiOperation.Get("5.6.1", "ShowGroups", "/v2/{project_id}/instances/{instance_id}/management/groups/{group}");

    private static readonly ApiOperation ListGroups
        = ApiOperation.Get("5.6.2", "ListInstanceConsumerGroups", "/v2/{project_id}/instances/{instance_id}/groups");

    private static readonly ApiOperation DeleteGroups = ApiOperation.Post(
        "5.6.3", "BatchDeleteGroup", "/v2/{project_id}/instances/{instance_id}/groups/batch-delete", Repeatability.Always);

    private static readonly ApiOperation CreateGroup = ApiOperation.Post(
        "5.6.4", "CreateKafkaConsumerGroup", "/v2/{project_id}/kafka/instances/{instance_id}/group", Repeatability.OnlyIfNotActedOn);

    private static readonly ApiOperation UpdateGroups
        = ApiOperation.Put("5.6.7", "UpdateInstanceGroup", "/v2/{engine}/{project_id}/instances/{instance_id}/groups");

    private static readonly ApiOperation ShowGroupFlat
        = ApiOperation.Get("5.6.8", "ListInstanceConsumerGroup", "/v2/{engine}/{project_id}/instances/{instance_id}/groups/{group}");

    private static readonly ApiOperation DeleteGroup
        = ApiOperation.Delete("5.6.9", "DeleteInstanceConsumerGroup", "/v2/{engine}/{project_id}/instances/{instance_id}/groups/{group}");

    private static readonly ApiOperation UpdateGroup
        = ApiOperation.Put("5.6.10", "UpdateInstanceConsumerGroup", "/v2/{engine}/{project_id}/instances/{instance_id}/groups/{group}");

    private static readonly ApiOperation ListGroupsOfTopic
        = ApiOperation.Get("7.2.3.2", "ListInstanceConsumerGroupsWithEngine", "/v2/{engine}/{project_id}/instances/{instance_id}/groups");

    private readonly ApiTransport _transport;
    private readonly FallbackPath _show = new();
    private readonly FallbackPath _update = new();

    internal ConsumerGroupsApi(ApiTransport transport) => _transport = transport;

    /// <summary>
    /// Lists the consumer groups of an instance, 50 per request (5.6.2; those of one topic with 7.2.3.2, the only operation that supports
    /// it).
    /// </summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="name">A part of the name that a group must contain; null for all.</param>
    /// <param name="topic">The topic that a group must read; null for all.</param>
    /// <param name="range">The part of the list to read.</param>
    public PagedResult<ConsumerGroup> List(string instanceId, string? name = null, string? topic = null, PageRange range = default)
        => _transport.Paged(
            () => new ApiRequest(topic is null ? ListGroups : ListGroupsOfTopic, instanceId).Query("group", name).Query("topic", topic),
            ServiceJsonContext.Default.ConsumerGroupList,
            response => (response.Groups, response.Total),
            group => Remember(group, instanceId, group.ConsumerGroup),
            PageSize,
            group => group.ConsumerGroup,
            range);

    /// <summary>
    /// Finds a group in the list (5.6.2). Reading a group that does not exist is not an error: the service reports it as dead.
    /// </summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="group">The exact name of the group.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The group; null if there is none of that name.</returns>
    public async Task<ConsumerGroup?> FindAsync(string instanceId, string group, CancellationToken cancellationToken = default)
    {
        await foreach (ConsumerGroup found in List(instanceId, group).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (found.ConsumerGroup == group)
                return found;
        }
        return null;
    }

    /// <summary>
    /// Reads a group with its members and offsets (5.6.1). If the gateway does not know that path, or Kafka Manager is turned off, it uses
    /// 5.6.8, which does not report what each member reads; if that response has neither members nor offsets, it lists them. A group that
    /// does not exist is <see cref="ConsumerGroupState.Dead"/>.
    /// </summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="group">The name of the consumer group.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<ConsumerGroup> GetAsync(string instanceId, string group, CancellationToken cancellationToken = default)
    {
        ConsumerGroupResponse response = await _show.SendAsync(
            () => ShowWholeAsync(instanceId, group, cancellationToken), () => ShowInPartsAsync(instanceId, group, cancellationToken)).ConfigureAwait(false);
        ConsumerGroup read = response.ToGroup() ?? throw DmsErrors.MissingBody(Request(ShowGroup, instanceId, group));
        read.Members = [.. (read.Members ?? []).Where(member => member is not null)];
        read.Offsets = [.. (read.Offsets ?? []).Where(offset => offset is not null)];
        foreach (ConsumerGroupResource part in (ConsumerGroupResource[])[read, .. read.Members, .. read.Offsets])
            Remember(part, instanceId, group);
        return read;
    }

    /// <summary>Creates a group (5.6.4).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="group">The name of the group.</param>
    /// <param name="description">The description; null for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The group, as far as it is known: the service responds with a single word.</returns>
    public async Task<ConsumerGroup> CreateAsync(
        string instanceId, string group, string? description = null, CancellationToken cancellationToken = default)
    {
        await SendAsync(
            new ApiRequest(CreateGroup, instanceId),
            Body(group, description),
            ServiceJsonContext.Default.ConsumerGroupBody,
            cancellationToken).ConfigureAwait(false);
        ConsumerGroup created = new() { Description = description };
        Remember(created, instanceId, group);
        return created;
    }

    /// <summary>
    /// Sets the description of a group (5.6.10; if the gateway does not know that path, 5.6.7, which applies the change a moment later).
    /// </summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="group">The name of the consumer group.</param>
    /// <param name="description">The description; an empty one removes it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task UpdateAsync(string instanceId, string group, string description, CancellationToken cancellationToken = default)
    {
        ConsumerGroupBody body = Body(group, description);
        return _update.SendAsync(
            () => SendAsync(Request(UpdateGroup, instanceId, group), body, ServiceJsonContext.Default.ConsumerGroupBody, cancellationToken),
            () => SendAsync(new ApiRequest(UpdateGroups, instanceId), body, ServiceJsonContext.Default.ConsumerGroupBody, cancellationToken));
    }

    /// <summary>Deletes a group and its offsets (5.6.9). The service refuses if the group has members.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="group">The name of the consumer group.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task DeleteAsync(string instanceId, string group, CancellationToken cancellationToken = default)
        => _transport.DeleteAsync(Request(DeleteGroup, instanceId, group), cancellationToken);

    /// <summary>Deletes groups and their offsets (5.6.3). Groups that have members are not deleted; the others are.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="groups">The names of the groups; at most <see cref="BatchSize"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One result per item, in the order of the request.</returns>
    public async Task<IReadOnlyList<ConsumerGroupActionResult>> DeleteAsync(
        string instanceId, IReadOnlyList<string> groups, CancellationToken cancellationToken = default)
    {
        BatchRule.Check(nameof(groups), groups, BatchSize);
        ApiRequest request = new ApiRequest(DeleteGroups, instanceId).Body(new() { Names = groups }, ServiceJsonContext.Default.ConsumerGroupNames);
        ApiResponse<ConsumerGroupFailures> response = await _transport
            .SendAsync(request, ServiceJsonContext.Default.ConsumerGroupFailures, cancellationToken).ConfigureAwait(false);
        bool hasUnlistedFailures = response.Value?.HasUnlistedFailures(groups) == true;
        if (response.MayHaveActedBefore && response.Value?.Failed is { Count: > 0 } failures
            && await LostResponse.ReadLeftAsync(
                List(instanceId), group => group.ConsumerGroup, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false) is { } left)
        {
            failures.RemoveAll(failure => !left.Contains(failure?.Name));
        }
        List<ConsumerGroupActionResult> results = [];
        foreach (string group in groups)
        {
            ConsumerGroupActionResult result = new() { ConsumerGroup = group, Action = "delete", Succeeded = true };
            if (response.Value?.Of(group) is { } failure)
                result.Fail(ItemErrors.Failed, failure.Message ?? Text.ItemFailed);
            else if (hasUnlistedFailures)
                result.Fail(ItemErrors.NotReported, Text.ItemNotReported);
            results.Add(result);
        }
        return _transport.WithOrigins(results, instanceId);
    }

    /// <summary>If Kafka Manager is off, the service responds as if the instance were busy; the other path does not need it (5.2.12).</summary>
    private async Task<ConsumerGroupResponse> ShowWholeAsync(string instanceId, string group, CancellationToken cancellationToken)
    {
        try
        {
            return await ShowAsync(ShowGroup, instanceId, group, cancellationToken).ConfigureAwait(false);
        }
        catch (DmsException refused) when (refused.Kind == DmsErrorKind.Busy)
        {
            return await ShowInPartsAsync(instanceId, group, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The response in the reference is complete; newer models contain only the group.</summary>
    private async Task<ConsumerGroupResponse> ShowInPartsAsync(string instanceId, string group, CancellationToken cancellationToken)
    {
        ConsumerGroupResponse flat = await ShowAsync(ShowGroupFlat, instanceId, group, cancellationToken).ConfigureAwait(false);
        if (flat.Group is { State: not ConsumerGroupState.Dead } alone)
        {
            alone.Members ??= await ReadMembersAsync(instanceId, group, cancellationToken).ConfigureAwait(false);
            alone.Offsets ??= await ReadOffsetsAsync(instanceId, group, cancellationToken).ConfigureAwait(false);
        }
        return flat;
    }

    private Task<ConsumerGroupResponse> ShowAsync(ApiOperation operation, string instanceId, string group, CancellationToken cancellationToken)
        => _transport.GetAsync(Request(operation, instanceId, group), ServiceJsonContext.Default.ConsumerGroupResponse, cancellationToken);

    private static ConsumerGroupBody Body(string group, string? description) => new() { Name = group, Description = description };

    private static ApiRequest Request(ApiOperation operation, string instanceId, string group)
        => new ApiRequest(operation, instanceId).With("group", group);

    /// <summary>Sends a change whose response has no content of interest.</summary>
    private async Task<bool> SendAsync<T>(ApiRequest request, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        await _transport.SendAsync(request.Body(body, type), cancellationToken).ConfigureAwait(false);
        return true;
    }

    private void Remember(ConsumerGroupResource read, string instanceId, string? group)
        => _transport.WithOrigin(read, instanceId).ConsumerGroup = group;
}
