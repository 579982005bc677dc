using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>
/// Smart Connect of instances, and the tasks that run there (5.3). Every method throws <see cref="DmsException"/> when the
/// call fails.
/// </summary>
public sealed class SmartConnectApi
{
    /// <summary>The most tasks one page of 5.3.4 has.</summary>
    private const int PageSize = 50;

    private const string TaskPath = "/v2/{project_id}/instances/{instance_id}/connector/tasks/{task_id}";

    private static readonly ApiOperation CreateConnector = ApiOperation.Post(
        "5.3.1", "CreateConnector", "/v2/{project_id}/instances/{instance_id}/connector", Repeatability.OnlyIfNotActedOn);

    private static readonly ApiOperation DeleteConnector = ApiOperation.Post(
        "5.3.2", "DeleteConnector", "/v2/{project_id}/kafka/instances/{instance_id}/delete-connector", Repeatability.Always);

    private static readonly ApiOperation CreateTask = ApiOperation.Post(
        "5.3.3", "CreateConnectorTask", "/v2/{project_id}/instances/{instance_id}/connector/tasks", Repeatability.OnlyIfNotActedOn);

    private static readonly ApiOperation ListTasks
        = ApiOperation.Get("5.3.4", "ListConnectorTasks", "/v2/{project_id}/instances/{instance_id}/connector/tasks");

    private static readonly ApiOperation ShowTask = ApiOperation.Get("5.3.5", "ShowConnectorTask", TaskPath);

    private static readonly ApiOperation DeleteTask = ApiOperation.Delete("5.3.6", "DeleteConnectorTask", TaskPath);

    private static readonly ApiOperation PauseTask
        = ApiOperation.Put("5.3.7", "PauseConnectorTask", "/v2/{project_id}/instances/{instance_id}/connector/tasks/{task_id}/pause");

    private static readonly ApiOperation ResumeTask
        = ApiOperation.Put("5.3.8", "ResumeConnectorTask", "/v2/{project_id}/instances/{instance_id}/connector/tasks/{task_id}/resume");

    private static readonly ApiOperation RestartTask = ApiOperation.Put(
        "5.3.9",
        "RestartConnectorTask",
        "/v2/{project_id}/kafka/instances/{instance_id}/connector/tasks/{task_id}/restart",
        Repeatability.OnlyIfNotActedOn);

    private static readonly ApiOperation OrderEnd = ApiOperation.Post(
        "7.2.4.2",
        "CreateDeleteConnectorOrder",
        "/v2/{project_id}/kafka/instances/{instance_id}/delete-connector-order",
        Repeatability.OnlyIfNotActedOn);

    private readonly ApiTransport _transport;

    internal SmartConnectApi(ApiTransport transport) => _transport = transport;

    /// <summary>
    /// Turns Smart Connect on, on nodes that cost money (5.3.1). Pay-per-use instances only. A background task does it,
    /// while the instance is EXTENDING.
    /// </summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="nodeCount">The nodes, 2 at least; null for the service's default of 2.</param>
    /// <param name="specification">The bandwidth, such as <c>100MB</c>, the same as the instance's; older products only.</param>
    /// <param name="specCode">The kind of node, such as <c>kafka.c3.mini.connector</c>; older products only.</param>
    /// <param name="stop">Ends the call.</param>
    public Task<SmartConnectChange> EnableAsync(
        string instanceId, int? nodeCount = null, string? specification = null, string? specCode = null, CancellationToken stop = default)
    {
        SmartConnectOrder order = new() { NodeCount = nodeCount, Specification = specification, SpecCode = specCode };
        return ChangeAsync(Request(CreateConnector, instanceId).Body(order, ServiceJsonContext.Default.SmartConnectOrder), instanceId, enabled: true, stop);
    }

    /// <summary>
    /// Turns Smart Connect off (5.3.2). Pay-per-use instances only, and not while there are tasks (DMS.00501012). A
    /// background task does it, while the instance is CONNECTOR_DELETING.
    /// </summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="stop">Ends the call.</param>
    public async Task<SmartConnectChange> DisableAsync(string instanceId, CancellationToken stop = default)
    {
        try
        {
            return await ChangeAsync(Request(DeleteConnector, instanceId), instanceId, enabled: false, stop).ConfigureAwait(false);
        }
        catch (DmsException gone) when (Absence.IsOfObject(gone) && gone.MayHaveActedBefore)
        {
            // An earlier attempt whose answer was lost has done it; its task is not known.
            return _transport.Locate(new SmartConnectChange(), instanceId);
        }
    }

    /// <summary>Orders the end of yearly/monthly nodes (7.2.4.2, historical).</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="page">The page that the console shows after the order; null for none.</param>
    /// <param name="stop">Ends the call.</param>
    public Task<SmartConnectChange> OrderDisableAsync(string instanceId, Uri? page = null, CancellationToken stop = default)
    {
        SmartConnectEndOrder order = new() { InstanceId = instanceId, Url = page?.OriginalString };
        return ChangeAsync(Request(OrderEnd, instanceId).Body(order, ServiceJsonContext.Default.SmartConnectEndOrder), instanceId, enabled: false, stop);
    }

    /// <summary>Lists the tasks of an instance (5.3.4).</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="range">Which part of the list.</param>
    public PagedResult<SmartConnectTask> List(string instanceId, PageRange range = default)
        => new(new PageSource<SmartConnectTask>((offset, limit, stop) => FetchAsync(instanceId, offset, limit, stop), PageSize, task => task.TaskId), range);

    /// <summary>Reads how many tasks there are and may be; the list tells (5.3.4).</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="stop">Ends the call.</param>
    public async Task<SmartConnectLimits> GetLimitsAsync(string instanceId, CancellationToken stop = default)
    {
        ApiRequest request = Request(ListTasks, instanceId).Query("offset", 0).Query("limit", 1);
        SmartConnectTaskList list = await _transport.GetAsync(request, ServiceJsonContext.Default.SmartConnectTaskList, stop).ConfigureAwait(false);
        SmartConnectLimits limits = new()
        {
            TaskCount = list.Total ?? list.Tasks?.Count,
            TaskLimit = list.TaskLimit,
            LargestTaskLimit = list.LargestTaskLimit,
        };
        return _transport.Locate(limits, instanceId);
    }

    /// <summary>Reads one task (5.3.5).</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="taskId">Which.</param>
    /// <param name="stop">Ends the call.</param>
    public async Task<SmartConnectTask> GetAsync(string instanceId, string taskId, CancellationToken stop = default)
        => _transport.Locate(
            await _transport.GetAsync(Request(ShowTask, instanceId, taskId), ServiceJsonContext.Default.SmartConnectTask, stop).ConfigureAwait(false),
            instanceId);

    /// <summary>Creates a task (5.3.3). Its state tells when it runs.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="specification">What to create.</param>
    /// <param name="stop">Ends the call.</param>
    public async Task<SmartConnectTask> CreateAsync(
        string instanceId, SmartConnectTaskSpecification specification, CancellationToken stop = default)
    {
        ApiRequest request = Request(CreateTask, instanceId).Body(specification, ServiceJsonContext.Default.SmartConnectTaskSpecification);
        return _transport.Locate(
            await _transport.GetAsync(request, ServiceJsonContext.Default.SmartConnectTask, stop).ConfigureAwait(false), instanceId);
    }

    /// <summary>Deletes a task and how far it has come (5.3.6). What it has copied stays.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="taskId">Which.</param>
    /// <param name="stop">Ends the call.</param>
    public Task DeleteAsync(string instanceId, string taskId, CancellationToken stop = default)
        => _transport.DeleteAsync(Request(DeleteTask, instanceId, taskId), stop);

    /// <summary>Pauses a running task (5.3.7). It becomes PAUSED a moment later.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="taskId">Which.</param>
    /// <param name="stop">Ends the call.</param>
    public Task PauseAsync(string instanceId, string taskId, CancellationToken stop = default)
        => _transport.SendAsync(Request(PauseTask, instanceId, taskId), stop);

    /// <summary>Goes on with a paused task where it was (5.3.8). It becomes RUNNING a moment later.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="taskId">Which.</param>
    /// <param name="stop">Ends the call.</param>
    public Task ResumeAsync(string instanceId, string taskId, CancellationToken stop = default)
        => _transport.SendAsync(Request(ResumeTask, instanceId, taskId), stop);

    /// <summary>Starts a task that waits to be started; begins a running or paused one again, from the beginning (5.3.9).</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="taskId">Which.</param>
    /// <param name="stop">Ends the call.</param>
    public Task RestartAsync(string instanceId, string taskId, CancellationToken stop = default)
        => _transport.SendAsync(Request(RestartTask, instanceId, taskId), stop);

    private async Task<SmartConnectChange> ChangeAsync(ApiRequest request, string instanceId, bool enabled, CancellationToken stop)
    {
        SmartConnectChange change = await _transport.GetAsync(request, ServiceJsonContext.Default.SmartConnectChange, stop).ConfigureAwait(false);
        change.Enabled = enabled;
        return _transport.Locate(change, instanceId);
    }

    private Task<Page<SmartConnectTask>> FetchAsync(string instanceId, long offset, int limit, CancellationToken stop)
        => _transport.GetPageAsync(
            Request(ListTasks, instanceId).Query("offset", offset).Query("limit", limit),
            ServiceJsonContext.Default.SmartConnectTaskList,
            answer => (answer.Tasks, answer.Total),
            task => _transport.Locate(task, instanceId),
            stop);

    private static ApiRequest Request(ApiOperation operation, string instanceId) => new ApiRequest(operation).With("instance_id", instanceId);

    private static ApiRequest Request(ApiOperation operation, string instanceId, string taskId)
        => Request(operation, instanceId).With("task_id", taskId);
}
