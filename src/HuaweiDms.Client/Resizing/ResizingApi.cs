using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Sizes of instances (5.4). Every method throws <see cref="DmsException"/> when the call fails.</summary>
public sealed class ResizingApi
{
    private static readonly ApiOperation Resize = ApiOperation.Post(
        "5.4.1", "ResizeEngineInstance", "/v2/{engine}/{project_id}/instances/{instance_id}/extend", Repeatability.OnlyIfNotActedOn);

    private static readonly ApiOperation ShowOptions = ApiOperation.Get(
        "5.4.2", "ShowEngineInstanceExtendProductInfo", "/v2/{engine}/{project_id}/instances/{instance_id}/extend");

    private readonly ApiTransport _transport;

    internal ResizingApi(ApiTransport transport) => _transport = transport;

    /// <summary>Lists the products that an instance can change to (5.4.2).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<IReadOnlyList<ResizeOption>> ListOptionsAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        ApiRequest request = new ApiRequest(ShowOptions, instanceId).Query("type", "advanced");
        ResizeOptionList list
            = await _transport.GetAsync(request, ServiceJsonContext.Default.ResizeOptionList, cancellationToken).ConfigureAwait(false);
        return ApiTransport.ListIn(request, list.Products, option =>
        {
            _transport.WithContext(option);
            option.InstanceId = instanceId;
            option.Instance = _transport.Names.Find(instanceId);
            option.EngineVersions = list.Versions;
            option.KeepUnknownLimits();
        });
    }

    /// <summary>Changes the size of an instance, which takes from minutes to an hour (5.4.1). Pay-per-use instances only.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="size">The target size.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id of the background task.</returns>
    public async Task<string> ResizeAsync(string instanceId, InstanceSize size, CancellationToken cancellationToken = default)
    {
        ApiRequest request = new ApiRequest(Resize, instanceId)
            .Body(size, ServiceJsonContext.Default.InstanceSize);
        StartedTask job = await _transport.GetAsync(request, ServiceJsonContext.Default.StartedTask, cancellationToken).ConfigureAwait(false);
        return job.TaskId ?? throw DmsErrors.MissingBody(request);
    }
}
