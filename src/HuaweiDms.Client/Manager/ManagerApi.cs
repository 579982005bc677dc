using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>
/// Kafka Manager, the web console of an instance (5.2.2, 5.2.3, 5.2.12). Every method throws <see cref="DmsException"/> when the call
/// fails.
/// </summary>
public sealed class ManagerApi
{
    private static readonly ApiOperation ResetPassword
        = ApiOperation.Put("5.2.2", "ResetManagerPassword", "/v2/{project_id}/instances/{instance_id}/kafka-manager-password");

    private static readonly ApiOperation Restart = ApiOperation.Put(
        "5.2.3", "RestartManager", "/v2/{project_id}/instances/{instance_id}/restart-kafka-manager", Repeatability.OnlyIfNotActedOn);

    private static readonly ApiOperation Close
        = ApiOperation.Delete("5.2.12", "CloseKafkaManager", "/v2/{project_id}/kafka/instances/{instance_id}/management");

    private readonly ApiTransport _transport;

    internal ManagerApi(ApiTransport transport) => _transport = transport;

    /// <summary>Resets the password of Kafka Manager (5.2.2).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="password">The new password.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task ResetPasswordAsync(string instanceId, Secret password, CancellationToken cancellationToken = default)
        => _transport.SendAsync(
            new ApiRequest(ResetPassword, instanceId).Body(new() { Password = password }, ServiceJsonContext.Default.ManagerPassword), cancellationToken);

    /// <summary>Restarts Kafka Manager (5.2.3). The brokers keep running.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task RestartAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        ApiRequest request = new(Restart, instanceId);
        ApiResponse<ManagerRestart> response = await _transport
            .SendAsync(request, ServiceJsonContext.Default.ManagerRestart, cancellationToken).ConfigureAwait(false);
        // An unknown word does not count as a failure, because the reference does not list the possible values.
        if (string.Equals(response.Value?.Outcome, "failed", StringComparison.OrdinalIgnoreCase))
            throw DmsErrors.Failed(Restart.Name);
    }

    /// <summary>
    /// Turns Kafka Manager off (5.2.12), and with it the operations that depend on it: those with <c>management</c> in their path (5.2.6 to
    /// 5.2.8, 5.5.8, 5.8.2 to 5.8.5; for 5.6.1 there is an alternative).
    /// </summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task DisableAsync(string instanceId, CancellationToken cancellationToken = default)
        => _transport.SendAsync(new ApiRequest(Close, instanceId), cancellationToken);
}
