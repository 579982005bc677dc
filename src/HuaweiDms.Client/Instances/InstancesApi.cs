using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Instances and their life cycle (5.1; v1.0: 7.1.1). Every method throws <see cref="DmsException"/> when the call fails.</summary>
public sealed class InstancesApi
{
    /// <summary>The maximum number of ids in one batch request (DMS.00400100).</summary>
    public const int BatchSize = 50;

    private const int PageSize = 50;

    private static readonly ApiOperation CreateV2 = ApiOperation.Post(
        "5.1.1", "CreateInstanceByEngine", "/v2/{engine}/{project_id}/instances", Repeatability.OnlyIfNotActedOn);

    private static readonly ApiOperation ListV2 = ApiOperation.Get("5.1.2", "ListInstances", "/v2/{project_id}/instances");

    private static readonly ApiOperation ShowV2 = ApiOperation.Get("5.1.3", "ShowInstance", "/v2/{project_id}/instances/{instance_id}");

    private static readonly ApiOperation DeleteV2
        = ApiOperation.Delete("5.1.4", "DeleteInstance", "/v2/{project_id}/instances/{instance_id}");

    private static readonly ApiOperation UpdateV2
        = ApiOperation.Put("5.1.5", "UpdateInstance", "/v2/{project_id}/instances/{instance_id}");

    private static readonly ApiOperation BatchV2 = ApiOperation.Post(
        "5.1.6", "BatchRestartOrDeleteInstances", "/v2/{project_id}/instances/action", Repeatability.OnlyIfNotActedOn);

    private static readonly ApiOperation CreateV1 = ApiOperation.Post(
        "7.1.1.1", "CreateInstanceV1", "/v1.0/{project_id}/instances", Repeatability.OnlyIfNotActedOn);

    private static readonly ApiOperation ShowV1 = ApiOperation.Get("7.1.1.2", "ShowInstanceV1", "/v1.0/{project_id}/instances/{instance_id}");

    private static readonly ApiOperation UpdateV1
        = ApiOperation.Put("7.1.1.3", "UpdateInstanceV1", "/v1.0/{project_id}/instances/{instance_id}");

    private static readonly ApiOperation DeleteV1
        = ApiOperation.Delete("7.1.1.4", "DeleteInstanceV1", "/v1.0/{project_id}/instances/{instance_id}");

    private static readonly ApiOperation BatchV1 = ApiOperation.Post(
        "7.1.1.5", "BatchRestartOrDeleteInstancesV1", "/v1.0/{project_id}/instances/action", Repeatability.OnlyIfNotActedOn);

    private static readonly ApiOperation ListV1 = ApiOperation.Get("7.1.1.6", "ListInstancesV1", "/v1.0/{project_id}/instances");

    private static readonly ApiOperation ShowWithEngine = ApiOperation.Get(
        "7.2.1.1", "ShowInstanceWithEngine", "/v2/{engine}/{project_id}/instances/{instance_id}");

    private readonly ApiTransport _transport;
    private readonly FallbackPath _show = new();
    private readonly bool _v1;

    internal InstancesApi(ApiTransport transport, DmsClientOptions options)
    {
        _transport = transport;
        _v1 = options.ApiVersion == ApiVersion.V1;
    }

    /// <summary>The names of the instances read so far.</summary>
    internal InstanceNames Names => _transport.Names;

    /// <summary>Lists instances (5.1.2, 7.1.1.6), 50 per request.</summary>
    /// <param name="filter">The instances to list; null lists all.</param>
    /// <param name="range">The part of the list to read.</param>
    public PagedResult<Instance> List(InstanceFilter? filter = null, PageRange range = default)
        => new(
            new PageSource<Instance>(
                (offset, limit, cancellationToken) => FetchAsync(filter ?? new(), offset, limit, cancellationToken), PageSize, instance => instance.InstanceId),
            range);

    /// <summary>Reads one instance (5.1.3, 7.1.1.2; if the gateway does not know that path, the older 7.2.1.1).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<Instance> GetAsync(string instanceId, CancellationToken cancellationToken = default)
        => _v1
            ? ShowAsync(new ApiRequest(ShowV1, instanceId), cancellationToken)
            : _show.SendAsync(
                () => ShowAsync(new ApiRequest(ShowV2, instanceId), cancellationToken),
                () => ShowAsync(new ApiRequest(ShowWithEngine, instanceId), cancellationToken));

    /// <summary>Creates an instance (5.1.1, 7.1.1.1). It is ready when its state is RUNNING, which takes minutes.</summary>
    /// <param name="specification">The properties of the instance.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id of the new instance.</returns>
    public async Task<string> CreateAsync(InstanceSpecification specification, CancellationToken cancellationToken = default)
    {
        ApiRequest request = _v1 ? new ApiRequest(CreateV1) : new ApiRequest(CreateV2).With("engine", "kafka");
        request.Body(specification, ServiceJsonContext.Default.InstanceSpecification);
        CreatedInstance created
            = await _transport.GetAsync(request, ServiceJsonContext.Default.CreatedInstance, cancellationToken).ConfigureAwait(false);
        return created.InstanceId ?? throw DmsErrors.MissingBody(request);
    }

    /// <summary>Changes an instance (5.1.5, 7.1.1.3).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="update">The changes.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task UpdateAsync(string instanceId, InstanceUpdate update, CancellationToken cancellationToken = default)
    {
        ApiRequest request = new ApiRequest(_v1 ? UpdateV1 : UpdateV2, instanceId)
            .Body(update, ServiceJsonContext.Default.InstanceUpdate);
        await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        Names.Note(instanceId, update.Name);
    }

    /// <summary>Deletes one instance and all its data, without a backup (5.1.4, 7.1.1.4).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task DeleteAsync(string instanceId, CancellationToken cancellationToken = default)
        => _transport.DeleteAsync(new ApiRequest(_v1 ? DeleteV1 : DeleteV2, instanceId), cancellationToken);

    /// <summary>Restarts instances (5.1.6, 7.1.1.5). They reject clients while they restart.</summary>
    /// <param name="instanceIds">The instance ids; at most <see cref="BatchSize"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One result per item, in the order of the request.</returns>
    public Task<IReadOnlyList<InstanceActionResult>> RestartAsync(IReadOnlyList<string> instanceIds, CancellationToken cancellationToken = default)
        => ActAsync("restart", instanceIds, cancellationToken);

    /// <summary>Deletes instances and all their data, without a backup (5.1.6, 7.1.1.5).</summary>
    /// <param name="instanceIds">The instance ids; at most <see cref="BatchSize"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One result per item, in the order of the request.</returns>
    public Task<IReadOnlyList<InstanceActionResult>> DeleteAsync(IReadOnlyList<string> instanceIds, CancellationToken cancellationToken = default)
        => ActAsync("delete", instanceIds, cancellationToken);

    /// <summary>Deletes every instance of the project whose creation failed (5.1.6, 7.1.1.5). The service does not report which.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task DeleteFailedAsync(CancellationToken cancellationToken = default)
        => _transport.SendAsync(Batch("delete", ids: null, allFailure: "kafka"), cancellationToken);

    private async Task<IReadOnlyList<InstanceActionResult>> ActAsync(string action, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        BatchRule.Check("instanceIds", ids, BatchSize);
        ApiRequest request = Batch(action, ids, allFailure: null);
        ApiResponse<BatchActionResponse> response = await _transport
            .SendAsync(request, ServiceJsonContext.Default.BatchActionResponse, cancellationToken).ConfigureAwait(false);
        return BatchOutcome.Of(
            request.Operation, ids, response.Value, id => _transport.WithOrigin(new InstanceActionResult { Action = action }, id));
    }

    private ApiRequest Batch(string action, IReadOnlyList<string>? ids, string? allFailure)
        => _v1
            ? new ApiRequest(BatchV1).Body(
                new() { Action = action, Instances = ids, AllFailure = allFailure }, ServiceJsonContext.Default.BatchActionV1)
            : new ApiRequest(BatchV2).Body(
                new() { Action = action, Instances = ids, AllFailure = allFailure }, ServiceJsonContext.Default.BatchAction);

    private async Task<Instance> ShowAsync(ApiRequest request, CancellationToken cancellationToken)
        => Remember(await _transport.GetAsync(request, ServiceJsonContext.Default.Instance, cancellationToken).ConfigureAwait(false));

    private Task<Page<Instance>> FetchAsync(InstanceFilter filter, long offset, int limit, CancellationToken cancellationToken)
        => _transport.GetPageAsync(
            _v1 ? ListRequestV1(filter, offset, limit) : ListRequestV2(filter, offset, limit),
            ServiceJsonContext.Default.InstanceList,
            response => (response.Instances, response.Total),
            instance => Remember(instance),
            cancellationToken);

    private static ApiRequest ListRequestV2(InstanceFilter filter, long offset, int limit)
        => new ApiRequest(ListV2)
            .Query("engine", "kafka")
            .Query("name", filter.Name)
            .Query("exact_match_name", filter.ExactName ? "true" : null)
            .Query("instance_id", filter.InstanceId)
            .Query("status", filter.Status)
            .Query("include_failure", filter.IncludeFailed ? "true" : "false")
            .Query("enterprise_project_id", filter.EnterpriseProjectId)
            .Query("offset", offset)
            .Query("limit", limit);

    /// <summary>
    /// The only example (7.1.1.6) numbers the first record 1. Omitting the value yields the first record however they are counted.
    /// </summary>
    private static ApiRequest ListRequestV1(InstanceFilter filter, long offset, int limit)
        => new ApiRequest(ListV1)
            .Query("engine", "kafka")
            .Query("name", filter.Name)
            .Query("exactMatchName", filter.ExactName ? "true" : null)
            .Query("id", filter.InstanceId)
            .Query("status", filter.Status)
            .Query("includeFailure", filter.IncludeFailed ? "true" : "false")
            .Query("enterprise_project_id", filter.EnterpriseProjectId)
            .Query("start", offset == 0 ? null : offset + 1)
            .Query("limit", limit);

    private Instance Remember(Instance instance)
    {
        Names.Note(instance.InstanceId, instance.Name);
        return _transport.WithContext(instance);
    }
}
