using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>The size of instances (5.4). Every method throws <see cref="DmsException"/> when the call fails.</summary>
public sealed class ResizingApi
{
    private static readonly ApiOperation Resize = ApiOperation.Post(
        "5.4.1", "ResizeEngineInstance", "/v2/{engine}/{project_id}/instances/{instance_id}/extend", Repeatability.OnlyIfNotActedOn);

    private static readonly ApiOperation ShowOptions = ApiOperation.Get(
        "5.4.2", "ShowEngineInstanceExtendProductInfo", "/v2/{engine}/{project_id}/instances/{instance_id}/extend");

    private readonly ApiTransport _transport;
    private readonly string? _context;

    internal ResizingApi(ApiTransport transport, DmsClientOptions options)
    {
        _transport = transport;
        _context = options.Name;
    }

    /// <summary>Lists the products an instance can change to (5.4.2).</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="stop">Ends the call.</param>
    public async Task<IReadOnlyList<ResizeOption>> ListOptionsAsync(string instanceId, CancellationToken stop = default)
    {
        ApiRequest request = new ApiRequest(ShowOptions).With("engine", "kafka").With("instance_id", instanceId).Query("type", "advanced");
        ResizeOptionList list = await _transport.GetAsync(request, ServiceJsonContext.Default.ResizeOptionList, stop).ConfigureAwait(false);
        return ApiTransport.ListIn(request, list.Products, option =>
        {
            (option.Context, option.InstanceId, option.EngineVersions) = (_context, instanceId, list.Versions);
            option.KeepUnknownLimits();
        });
    }

    /// <summary>Changes the size of an instance, which goes on for minutes to an hour (5.4.1). Instances that are paid by use only.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="size">What it is to become.</param>
    /// <param name="stop">Ends the call.</param>
    /// <returns>The id of the job.</returns>
    public async Task<string> ResizeAsync(string instanceId, InstanceSize size, CancellationToken stop = default)
    {
        ApiRequest request = new ApiRequest(Resize)
            .With("engine", "kafka")
            .With("instance_id", instanceId)
            .Body(size, ServiceJsonContext.Default.InstanceSize);
        StartedTask job = await _transport.GetAsync(request, ServiceJsonContext.Default.StartedTask, stop).ConfigureAwait(false);
        return job.TaskId ?? throw DmsErrors.MissingBody(request);
    }
}
