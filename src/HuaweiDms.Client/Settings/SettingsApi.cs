using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>
/// Settings, kernel version, password, automatic topic creation and access of instances (5.1.7 to 5.1.9, 5.2). Every method throws <see
/// cref="DmsException"/> when the call fails.
/// </summary>
public sealed class SettingsApi
{
    /// <summary>The fields in which newer models return the task of an upgrade; the second one is for a scheduled upgrade.</summary>
    private static readonly string[] UpgradeTaskFields = ["job_id", "schedule_id"];

    private static readonly ApiOperation ShowConfigs
        = ApiOperation.Get("5.1.7", "ShowInstanceConfigs", "/v2/{project_id}/instances/{instance_id}/configs");

    private static readonly ApiOperation ModifyConfigs
        = ApiOperation.Put("5.1.8", "ModifyInstanceConfigs", "/v2/{project_id}/instances/{instance_id}/configs");

    private static readonly ApiOperation Upgrade = ApiOperation.Post(
        "5.1.9", "UpgradeInstance", "/v2/{project_id}/kafka/instances/{instance_id}/upgrade", Repeatability.OnlyIfNotActedOn);

    private static readonly ApiOperation ResetPassword
        = ApiOperation.Post("5.2.1", "ResetPassword", "/v2/{project_id}/instances/{instance_id}/password", Repeatability.Always);

    private static readonly ApiOperation SwitchAutoTopic = ApiOperation.Post(
        "5.2.4", "UpdateInstanceAutoCreateTopic", "/v2/{project_id}/instances/{instance_id}/autotopic", Repeatability.Always);

    private static readonly ApiOperation ModifyCrossVpc = ApiOperation.Post(
        "5.2.5", "UpdateInstanceCrossVpcIp", "/v2/{project_id}/instances/{instance_id}/crossvpc/modify", Repeatability.Always);

    private static readonly ApiOperation SwitchAccessMode = ApiOperation.Post(
        "5.2.9", "UpdateKafkaPortProtocol", "/v2/{project_id}/{engine}/instances/{instance_id}/plain-ssl-switch", Repeatability.Always);

    private readonly ApiTransport _transport;

    internal SettingsApi(ApiTransport transport) => _transport = transport;

    /// <summary>Lists the settings of an instance (5.1.7); the service returns them in a single response.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="range">The part of the list to read.</param>
    public PagedResult<InstanceConfig> ListConfigs(string instanceId, PageRange range = default)
        => _transport.Whole(
            () => new(ShowConfigs, instanceId),
            ServiceJsonContext.Default.InstanceConfigList,
            response => response.Configs?.FindAll(config => config?.Name is not null),
            config => _transport.WithOrigin(config, instanceId),
            range);

    /// <summary>Changes settings of an instance (5.1.8). Static settings take effect after a restart.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="changes">The changes, created by <see cref="InstanceConfig.ChangeTo"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<InstanceConfigChange> ChangeConfigsAsync(
        string instanceId, IReadOnlyList<ConfigChange> changes, CancellationToken cancellationToken = default)
    {
        ConfigSettings settings = new() { Configs = [.. changes.Select(change => new ConfigSetting { Name = change.Name, Value = change.Sent })] };
        ApiRequest request = new ApiRequest(ModifyConfigs, instanceId).Body(settings, ServiceJsonContext.Default.ConfigSettings);
        InstanceConfigChange result = await _transport
            .GetAsync(request, ServiceJsonContext.Default.InstanceConfigChange, cancellationToken).ConfigureAwait(false);
        result.Changes = [.. changes];
        return _transport.WithOrigin(result, instanceId);
    }

    /// <summary>
    /// Upgrades the kernel of an instance, immediately or at a scheduled time (5.1.9). The state is UPGRADING during the upgrade.
    /// </summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="at">The scheduled time; null to start immediately.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<InstanceUpgrade> UpgradeAsync(string instanceId, DateTimeOffset? at = null, CancellationToken cancellationToken = default)
    {
        UpgradeSchedule schedule = at is { } time ? new() { IsSchedule = true, ExecuteAt = time.ToUnixTimeMilliseconds() } : new();
        ApiRequest request = new ApiRequest(Upgrade, instanceId).Body(schedule, ServiceJsonContext.Default.UpgradeSchedule);
        ApiResponse<string> response = await _transport
            .ExecuteAsync(
                request, static (_, body, token) => TextBody.ReadAsync(body, UpgradeTaskFields, token), cancellationToken).ConfigureAwait(false);
        return _transport.WithOrigin(new InstanceUpgrade { TaskId = response.Value, ScheduledAt = at }, instanceId);
    }

    /// <summary>Resets the password of the SASL user of an instance (5.2.1).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="password">The new password.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task ResetPasswordAsync(string instanceId, Secret password, CancellationToken cancellationToken = default)
        => _transport.SendAsync(
            new ApiRequest(ResetPassword, instanceId).Body(new() { Password = password }, ServiceJsonContext.Default.NewPassword), cancellationToken);

    /// <summary>Enables or disables automatic topic creation (5.2.4), using a background task.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="enable">Whether to create a topic when a client first uses it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task SwitchAutoTopicAsync(string instanceId, bool enable, CancellationToken cancellationToken = default)
        => _transport.SendAsync(
            new ApiRequest(SwitchAutoTopic, instanceId).Body(new() { Enable = enable }, ServiceJsonContext.Default.AutoTopicSwitch), cancellationToken);

    /// <summary>Changes the addresses that listeners advertise to clients in other VPCs (5.2.5).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="addresses">Every listener with its address, including those that do not change.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One result per listener.</returns>
    public async Task<IReadOnlyList<CrossVpcAddressResult>> ChangeCrossVpcAddressesAsync(
        string instanceId, IReadOnlyList<CrossVpcAddress> addresses, CancellationToken cancellationToken = default)
    {
        Dictionary<string, string> told = new(StringComparer.Ordinal);
        foreach (CrossVpcAddress address in addresses)
        {
            if (address.ListenerIp is not { } listener || address.AdvertisedIp is null || told.ContainsKey(listener))
                throw DmsErrors.InvalidArgument(nameof(address.ListenerIp), address.ListenerIp, Text.ListenerRule);
            told.Add(listener, address.AdvertisedIp);
        }
        ApiRequest request = new ApiRequest(ModifyCrossVpc, instanceId).Body(new() { Addresses = told }, ServiceJsonContext.Default.AdvertisedAddresses);
        AdvertisedAddressesResponse response = await _transport
            .GetAsync(request, ServiceJsonContext.Default.AdvertisedAddressesResponse, cancellationToken).ConfigureAwait(false);
        return ApiTransport.ListIn(
            request,
            response.Results,
            result => _transport.WithOrigin(result, instanceId).Succeeded ??= response.Success);
    }

    /// <summary>Enables or disables an access mode (5.2.9), using a background task. At least one mode must stay enabled.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="change">The mode and the requested change.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<AccessModeChange> SwitchAccessModeAsync(
        string instanceId, AccessModeRequest change, CancellationToken cancellationToken = default)
    {
        ApiRequest request = new ApiRequest(SwitchAccessMode, instanceId).Body(change, ServiceJsonContext.Default.AccessModeRequest);
        ApiResponse<AccessModeChange> response = await _transport
            .SendAsync(request, ServiceJsonContext.Default.AccessModeChange, cancellationToken).ConfigureAwait(false);
        AccessModeChange result = response.Value ?? new();
        result.AccessMode ??= change.AccessMode;
        result.Enabled ??= change.Enable;
        return _transport.WithOrigin(result, instanceId);
    }
}
