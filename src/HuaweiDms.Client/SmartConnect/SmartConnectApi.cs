using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Smart Connect of instances, and its tasks (5.3). Every method throws <see cref="DmsException"/> when the call fails.</summary>
public sealed class SmartConnectApi
{
    /// <summary>The maximum number of tasks on a page of 5.3.4.</summary>
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
    private readonly InstancesApi _instances;

    internal SmartConnectApi(ApiTransport transport, InstancesApi instances)
    {
        _transport = transport;
        _instances = instances;
    }

    /// <summary>
    /// Enables Smart Connect (5.3.1), using a background task. Its nodes are charged. Pay-per-use instances only. The state of the instance
    /// is EXTENDING meanwhile.
    /// </summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="nodeCount">The number of nodes, at least 2; null for the default of the service, which is 2.</param>
    /// <param name="specification">The bandwidth, such as <c>100MB</c>, which must equal that of the instance; older products only.</param>
    /// <param name="specCode">The node flavor, such as <c>kafka.c3.mini.connector</c>; older products only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<SmartConnectChange> EnableAsync(
        string instanceId, int? nodeCount = null, string? specification = null, string? specCode = null, CancellationToken cancellationToken = default)
    {
        SmartConnectOrder order = new() { NodeCount = nodeCount, Specification = specification, SpecCode = specCode };
        return ChangeAsync(
            new ApiRequest(CreateConnector, instanceId).Body(order, ServiceJsonContext.Default.SmartConnectOrder), instanceId, enabled: true, cancellationToken);
    }

    /// <summary>
    /// Disables Smart Connect (5.3.2), using a background task. Pay-per-use instances only, and only if there are no tasks (DMS.00501012).
    /// The state of the instance is CONNECTOR_DELETING meanwhile.
    /// </summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<SmartConnectChange> DisableAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        // The id of the task is unknown if the response that contains it was lost.
        SmartConnectChange change = _transport.WithOrigin(new SmartConnectChange(), instanceId);
        await LostResponse.SendAsync(
            async () => change = await ChangeAsync(new ApiRequest(DeleteConnector, instanceId), instanceId, enabled: false, cancellationToken).ConfigureAwait(false),
            async () => await _instances.GetAsync(instanceId, cancellationToken).ConfigureAwait(false)
                is { Status: "CONNECTOR_DELETING" } or { SmartConnectEnabled: false })
            .ConfigureAwait(false);
        return change;
    }

    /// <summary>Orders the end of yearly/monthly nodes (7.2.4.2, historical).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="page">The page to which the console returns after the order; null for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<SmartConnectChange> OrderDisableAsync(string instanceId, Uri? page = null, CancellationToken cancellationToken = default)
    {
        SmartConnectEndOrder order = new() { InstanceId = instanceId, Url = page?.OriginalString };
        return ChangeAsync(
            new ApiRequest(OrderEnd, instanceId).Body(order, ServiceJsonContext.Default.SmartConnectEndOrder), instanceId, enabled: false, cancellationToken);
    }

    /// <summary>Lists the tasks of an instance (5.3.4).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="range">The part of the list to read.</param>
    public PagedResult<SmartConnectTask> List(string instanceId, PageRange range = default)
        => _transport.Paged(
            () => new(ListTasks, instanceId),
            ServiceJsonContext.Default.SmartConnectTaskList,
            response => (response.Tasks, response.Total),
            task => _transport.WithOrigin(task, instanceId),
            PageSize,
            task => task.TaskId,
            range);

    /// <summary>Reads the number of tasks and its limit, which are part of the list (5.3.4).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<SmartConnectLimits> GetLimitsAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        ApiRequest request = new ApiRequest(ListTasks, instanceId).Query("offset", 0).Query("limit", 1);
        SmartConnectTaskList list
            = await _transport.GetAsync(request, ServiceJsonContext.Default.SmartConnectTaskList, cancellationToken).ConfigureAwait(false);
        SmartConnectLimits limits = new()
        {
            TaskCount = list.Total ?? list.Tasks?.Count,
            TaskLimit = list.TaskLimit,
            LargestTaskLimit = list.LargestTaskLimit,
        };
        return _transport.WithOrigin(limits, instanceId);
    }

    /// <summary>Reads one task (5.3.5).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="taskId">The task id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<SmartConnectTask> GetAsync(string instanceId, string taskId, CancellationToken cancellationToken = default)
        => _transport.WithOrigin(
            await _transport.GetAsync(
                Request(ShowTask, instanceId, taskId), ServiceJsonContext.Default.SmartConnectTask, cancellationToken).ConfigureAwait(false),
            instanceId);

    /// <summary>Creates a task (5.3.3). Its state shows when it is running.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="specification">The properties of the task.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<SmartConnectTask> CreateAsync(
        string instanceId, SmartConnectTaskSpecification specification, CancellationToken cancellationToken = default)
    {
        ApiRequest request = new ApiRequest(CreateTask, instanceId).Body(specification, ServiceJsonContext.Default.SmartConnectTaskSpecification);
        return _transport.WithOrigin(
            await _transport.GetAsync(request, ServiceJsonContext.Default.SmartConnectTask, cancellationToken).ConfigureAwait(false), instanceId);
    }

    /// <summary>Deletes a task and its progress (5.3.6). The data that it has copied is kept.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="taskId">The task id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task DeleteAsync(string instanceId, string taskId, CancellationToken cancellationToken = default)
        => _transport.DeleteAsync(Request(DeleteTask, instanceId, taskId), cancellationToken);

    /// <summary>Pauses a running task (5.3.7). It becomes PAUSED a moment later.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="taskId">The task id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task PauseAsync(string instanceId, string taskId, CancellationToken cancellationToken = default)
        => ChangeStateAsync(PauseTask, instanceId, taskId, "PAUSED", cancellationToken);

    /// <summary>Resumes a paused task where it stopped (5.3.8). It becomes RUNNING a moment later.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="taskId">The task id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task ResumeAsync(string instanceId, string taskId, CancellationToken cancellationToken = default)
        => ChangeStateAsync(ResumeTask, instanceId, taskId, "RUNNING", cancellationToken);

    /// <summary>Starts a task that waits to be started, or restarts a running or paused one from the beginning (5.3.9).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="taskId">The task id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task RestartAsync(string instanceId, string taskId, CancellationToken cancellationToken = default)
        => _transport.SendAsync(Request(RestartTask, instanceId, taskId), cancellationToken);

    private Task ChangeStateAsync(ApiOperation operation, string instanceId, string taskId, string state, CancellationToken cancellationToken)
        => LostResponse.SendAsync(
            () => _transport.SendAsync(Request(operation, instanceId, taskId), cancellationToken),
            async () => string.Equals((await GetAsync(instanceId, taskId, cancellationToken).ConfigureAwait(false)).Status, state, StringComparison.OrdinalIgnoreCase));

    private async Task<SmartConnectChange> ChangeAsync(ApiRequest request, string instanceId, bool enabled, CancellationToken cancellationToken)
    {
        SmartConnectChange change
            = await _transport.GetAsync(request, ServiceJsonContext.Default.SmartConnectChange, cancellationToken).ConfigureAwait(false);
        change.Enabled = enabled;
        return _transport.WithOrigin(change, instanceId);
    }

    private static ApiRequest Request(ApiOperation operation, string instanceId, string taskId)
        => new ApiRequest(operation, instanceId).With("task_id", taskId);
}
