using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Batch operations of Distributed Cache Service. Every method throws <see cref="DmsException"/> when the call fails.</summary>
public sealed class DcsApi
{
    /// <summary>The maximum number of ids in one request; DCS documents no limit, DMS takes 50.</summary>
    public const int BatchSize = 50;

    private static readonly ApiOperation Batch = ApiOperation.Put(
        "DCS", "RestartOrFlushInstances", "/v2/{project_id}/instances/status", Repeatability.OnlyIfNotActedOn, DmsService.Dcs);

    private readonly ApiTransport _transport;

    internal DcsApi(ApiTransport transport) => _transport = transport;

    /// <summary>Restarts, stops, starts or flushes DCS instances.</summary>
    /// <param name="action">The action.</param>
    /// <param name="instanceIds">The instance ids; at most <see cref="BatchSize"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One result per item, in the order of the request.</returns>
    public async Task<IReadOnlyList<InstanceActionResult>> ActAsync(
        DcsAction action, IReadOnlyList<string> instanceIds, CancellationToken cancellationToken = default)
    {
        BatchRule.Check(nameof(instanceIds), instanceIds, BatchSize);
        string wire = NameOf(action);
        ApiRequest request = new ApiRequest(Batch)
            .Body(new() { Action = wire, Instances = instanceIds }, ServiceJsonContext.Default.BatchAction);
        ApiResponse<BatchActionResponse> response = await _transport
            .SendAsync(request, ServiceJsonContext.Default.BatchActionResponse, cancellationToken).ConfigureAwait(false);
        return BatchOutcome.Of(
            Batch, instanceIds, response.Value, id => _transport.WithContext(new InstanceActionResult { InstanceId = id, Action = wire }));
    }

    /// <summary>Returns the name that the service uses for an action.</summary>
    /// <param name="action">The action.</param>
    public static string NameOf(DcsAction action)
        => action switch
        {
            DcsAction.Restart => "restart",
            DcsAction.SoftRestart => "soft_restart",
            DcsAction.Flush => "flush",
            DcsAction.Stop => "stop",
            DcsAction.Start => "start",
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, message: null),
        };
}
