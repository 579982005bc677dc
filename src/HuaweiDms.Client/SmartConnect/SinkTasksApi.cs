using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>
/// Dump tasks (7.2.4, historical), which <see cref="SmartConnectApi"/> has replaced. They are addressed by the Smart Connect id of an
/// instance, <see cref="Instance.ConnectorId"/>. Every method throws <see cref="DmsException"/> when the call fails.
/// </summary>
public sealed class SinkTasksApi
{
    private const string ListPath = "/v2/{project_id}/connectors/{connector_id}/sink-tasks";
    private const string TaskPath = "/v2/{project_id}/connectors/{connector_id}/sink-tasks/{task_id}";

    private static readonly ApiOperation UpdateQuota = ApiOperation.Put("7.2.4.1", "UpdateSinkTaskQuota", ListPath);

    private static readonly ApiOperation CreateTask = ApiOperation.Post("7.2.4.3", "CreateSinkTask", ListPath, Repeatability.OnlyIfNotActedOn);

    private static readonly ApiOperation ListTasks = ApiOperation.Get("7.2.4.4", "ListSinkTasks", ListPath);

    private static readonly ApiOperation ShowTask = ApiOperation.Get("7.2.4.5", "ShowSinkTaskDetail", TaskPath);

    private static readonly ApiOperation DeleteTask = ApiOperation.Delete("7.2.4.6", "DeleteSinkTask", TaskPath);

    private readonly ApiTransport _transport;

    internal SinkTasksApi(ApiTransport transport) => _transport = transport;

    /// <summary>Lists the tasks (7.2.4.4); the service returns them in a single response.</summary>
    /// <param name="connectorId">The Smart Connect id of the instance.</param>
    /// <param name="range">The part of the list to read.</param>
    public PagedResult<SinkTask> List(string connectorId, PageRange range = default)
        => _transport.Whole(
            () => Request(ListTasks, connectorId),
            ServiceJsonContext.Default.SinkTaskList,
            response => response.Tasks ?? (response.Total == 0 ? [] : null),
            task => Remember(task, connectorId),
            range);

    /// <summary>Reads one task (7.2.4.5).</summary>
    /// <param name="connectorId">The Smart Connect id of the instance.</param>
    /// <param name="taskId">The task id.</param>
    /// <param name="withProgress">Whether to read also the progress in each topic.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<SinkTask> GetAsync(string connectorId, string taskId, bool withProgress = false, CancellationToken cancellationToken = default)
    {
        ApiRequest request = Request(ShowTask, connectorId, taskId).Query("topic-info", withProgress ? "true" : null);
        SinkTask task = await _transport.GetAsync(request, ServiceJsonContext.Default.SinkTask, cancellationToken).ConfigureAwait(false);
        task.TaskId ??= taskId;
        return Remember(task, connectorId);
    }

    /// <summary>Creates a task (7.2.4.3).</summary>
    /// <param name="connectorId">The Smart Connect id of the instance.</param>
    /// <param name="specification">The properties of the task.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id of the new task.</returns>
    public async Task<string> CreateAsync(string connectorId, SinkTaskSpecification specification, CancellationToken cancellationToken = default)
    {
        SinkTaskBody body = new() { Name = specification.Name, Destination = specification.Destination.For(specification.Topics) };
        ApiRequest request = Request(CreateTask, connectorId).Body(body, ServiceJsonContext.Default.SinkTaskBody);
        CreatedSinkTask created
            = await _transport.GetAsync(request, ServiceJsonContext.Default.CreatedSinkTask, cancellationToken).ConfigureAwait(false);
        return created.TaskId ?? throw DmsErrors.MissingBody(request);
    }

    /// <summary>Deletes a task (7.2.4.6). The files that it has written are kept.</summary>
    /// <param name="connectorId">The Smart Connect id of the instance.</param>
    /// <param name="taskId">The task id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task DeleteAsync(string connectorId, string taskId, CancellationToken cancellationToken = default)
        => _transport.DeleteAsync(Request(DeleteTask, connectorId, taskId), cancellationToken);

    /// <summary>Reads the number of tasks and its limit, which are part of the list (7.2.4.4).</summary>
    /// <param name="connectorId">The Smart Connect id of the instance.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<SinkTaskQuota> GetQuotaAsync(string connectorId, CancellationToken cancellationToken = default)
    {
        SinkTaskList list = await _transport
            .GetAsync(Request(ListTasks, connectorId), ServiceJsonContext.Default.SinkTaskList, cancellationToken).ConfigureAwait(false);
        SinkTaskQuota quota = new()
        {
            ConnectorId = connectorId,
            TaskCount = list.Total ?? list.Tasks?.Count,
            TaskLimit = list.TaskLimit,
            LargestTaskLimit = list.LargestTaskLimit,
        };
        return _transport.WithContext(quota);
    }

    /// <summary>
    /// Raises the maximum number of tasks (7.2.4.1). Only for instances created before September 2022; others have the highest value.
    /// </summary>
    /// <param name="connectorId">The Smart Connect id of the instance.</param>
    /// <param name="taskLimit">The new maximum, larger than the current one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task SetQuotaAsync(string connectorId, int taskLimit, CancellationToken cancellationToken = default)
        => LostResponse.SendAsync(
            () => _transport.SendAsync(
                Request(UpdateQuota, connectorId).Body(new() { TaskLimit = taskLimit }, ServiceJsonContext.Default.SinkTaskLimit), cancellationToken),
            async () => (await GetQuotaAsync(connectorId, cancellationToken).ConfigureAwait(false)).TaskLimit == taskLimit);

    private SinkTask Remember(SinkTask task, string connectorId)
    {
        task.ConnectorId = connectorId;
        return _transport.WithContext(task);
    }

    private static ApiRequest Request(ApiOperation operation, string connectorId) => new ApiRequest(operation).With("connector_id", connectorId);

    private static ApiRequest Request(ApiOperation operation, string connectorId, string taskId)
        => Request(operation, connectorId).With("task_id", taskId);
}
