using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Client quotas (5.2.13 to 5.2.16). Every method throws <see cref="DmsException"/> when the call fails.</summary>
public sealed class QuotasApi
{
    /// <summary>The reference states no maximum page size; this size is known to work.</summary>
    private const int PageSize = 10;

    private const string Path = "/v2/kafka/{project_id}/instances/{instance_id}/kafka-user-client-quota";

    private static readonly ApiOperation DeleteQuota = ApiOperation.Delete("5.2.13", "DeleteKafkaUserClientQuotaTask", Path);

    private static readonly ApiOperation ShowQuotas = ApiOperation.Get("5.2.14", "ShowKafkaUserClientQuota", Path);

    private static readonly ApiOperation CreateQuota
        = ApiOperation.Post("5.2.15", "CreateKafkaUserClientQuotaTask", Path, Repeatability.OnlyIfNotActedOn);

    private static readonly ApiOperation UpdateQuota = ApiOperation.Put("5.2.16", "UpdateKafkaUserClientQuotaTask", Path);

    private readonly ApiTransport _transport;

    internal QuotasApi(ApiTransport transport) => _transport = transport;

    /// <summary>Lists the client quotas of an instance (5.2.14).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="range">The part of the list to read.</param>
    public PagedResult<ClientQuota> List(string instanceId, PageRange range = default)
        => _transport.Paged(
            () => new(ShowQuotas, instanceId),
            ServiceJsonContext.Default.ClientQuotaList,
            response => (response.Quotas, response.Total),
            quota =>
            {
                _transport.WithOrigin(quota, instanceId);
                quota.UserName = Given(quota.UserName);
                quota.ClientId = Given(quota.ClientId);
            },
            PageSize,
            quota => quota.ToString(),
            range);

    /// <summary>Creates a client quota (5.2.15), using a background task.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="quota">The users and clients it applies to, and at least one rate.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<ClientQuota> CreateAsync(string instanceId, ClientQuota quota, CancellationToken cancellationToken = default)
        => ChangeAsync(CreateQuota, instanceId, quota, withRates: true, cancellationToken);

    /// <summary>Changes the rates of a client quota (5.2.16), using a background task.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="quota">The users and clients it applies to, and the new values of both rates.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<ClientQuota> UpdateAsync(string instanceId, ClientQuota quota, CancellationToken cancellationToken = default)
        => ChangeAsync(UpdateQuota, instanceId, quota, withRates: true, cancellationToken);

    /// <summary>
    /// Deletes a client quota (5.2.13). If it does not exist, the service still accepts the request, and the background task fails.
    /// </summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="quota">The users and clients it applies to.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<ClientQuota> DeleteAsync(string instanceId, ClientQuota quota, CancellationToken cancellationToken = default)
        => ChangeAsync(DeleteQuota, instanceId, quota, withRates: false, cancellationToken);

    private async Task<ClientQuota> ChangeAsync(
        ApiOperation operation, string instanceId, ClientQuota quota, bool withRates, CancellationToken cancellationToken)
    {
        ClientQuotaBody body = new()
        {
            User = quota.UserName ?? string.Empty,
            Client = quota.ClientId ?? string.Empty,
            UserDefault = quota.DefaultUser,
            ClientDefault = quota.DefaultClient,
            ProducerByteRate = withRates ? quota.ProducerByteRate : null,
            ConsumerByteRate = withRates ? quota.ConsumerByteRate : null,
        };
        ApiRequest request = new ApiRequest(operation, instanceId).Body(body, ServiceJsonContext.Default.ClientQuotaBody);
        StartedTask started = await _transport.GetAsync(request, ServiceJsonContext.Default.StartedTask, cancellationToken).ConfigureAwait(false);
        ClientQuota changed = new()
        {
            UserName = quota.UserName,
            ClientId = quota.ClientId,
            DefaultUser = quota.DefaultUser,
            DefaultClient = quota.DefaultClient,
            ProducerByteRate = quota.ProducerByteRate,
            ConsumerByteRate = quota.ConsumerByteRate,
            TaskId = started.TaskId,
        };
        return _transport.WithOrigin(changed, instanceId);
    }

    /// <summary>The service sends names that do not apply as empty text.</summary>
    private static string? Given(string? name) => string.IsNullOrEmpty(name) ? null : name;
}
