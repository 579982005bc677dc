using System.Globalization;
using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Background tasks of an instance (5.9). Every method throws <see cref="DmsException"/> when the call fails.</summary>
public sealed class TasksApi
{
    private const int PageSize = 100;

    private static readonly ApiOperation ListTasks
        = ApiOperation.Get("5.9.1", "ListBackgroundTasks", "/v2/{project_id}/instances/{instance_id}/tasks");

    private static readonly ApiOperation ShowTask
        = ApiOperation.Get("5.9.2", "ShowBackgroundTask", "/v2/{project_id}/instances/{instance_id}/tasks/{task_id}");

    private static readonly ApiOperation DeleteTask
        = ApiOperation.Delete("5.9.3", "DeleteBackgroundTask", "/v2/{project_id}/instances/{instance_id}/tasks/{task_id}");

    private readonly ApiTransport _transport;

    internal TasksApi(ApiTransport transport) => _transport = transport;

    /// <summary>Lists the tasks of an instance, newest first (5.9.1).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="filter">The tasks to list; null lists all.</param>
    /// <param name="range">The part of the list to read.</param>
    public PagedResult<BackgroundTask> List(string instanceId, TaskFilter? filter = null, PageRange range = default)
        => new(
            new PageSource<BackgroundTask>(
                (offset, limit, cancellationToken) => FetchAsync(instanceId, filter ?? new(), offset, limit, cancellationToken), PageSize, task => task.TaskId),
            range);

    /// <summary>Reads one task (5.9.2).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="taskId">The task id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<BackgroundTask> GetAsync(string instanceId, string taskId, CancellationToken cancellationToken = default)
    {
        ApiRequest request = new ApiRequest(ShowTask, instanceId).With("task_id", taskId);
        BackgroundTaskList list
            = await _transport.GetAsync(request, ServiceJsonContext.Default.BackgroundTaskList, cancellationToken).ConfigureAwait(false);
        if (list.Tasks is { Count: 0 } || (list.Tasks is null && list.Total == 0))
            throw DmsErrors.NotListed(ShowTask.Name, taskId);
        return _transport.WithOrigin(list.Tasks?[0] ?? throw DmsErrors.MissingBody(request), instanceId);
    }

    /// <summary>Deletes the record of a task that has ended (5.9.3). The effects of the task remain.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="taskId">The task id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task DeleteAsync(string instanceId, string taskId, CancellationToken cancellationToken = default)
        => _transport.DeleteAsync(new ApiRequest(DeleteTask, instanceId).With("task_id", taskId), cancellationToken);

    /// <summary>Records count from 1, and the total is sent as text.</summary>
    private Task<Page<BackgroundTask>> FetchAsync(string instanceId, TaskFilter filter, long offset, int limit, CancellationToken cancellationToken)
        => _transport.GetPageAsync(
            new ApiRequest(ListTasks, instanceId)
                .Query("start", offset + 1)
                .Query("limit", limit)
                .Query("begin_time", Written(filter.Since))
                .Query("end_time", Written(filter.Until)),
            ServiceJsonContext.Default.BackgroundTaskList,
            response => (response.Tasks, response.Total),
            task => _transport.WithOrigin(task, instanceId),
            cancellationToken);

    private static string? Written(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
}
