using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Instances;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.SmartConnect;

/// <summary>Smart Connect tasks: 5.3.3 to 5.3.9.</summary>
internal static class SmartConnectTaskEndpoints
{
    private const int MaxPageSize = 50;

    public static IEnumerable<Route> Routes =>
    [
        new("POST", "/v2/{project_id}/instances/{instance_id}/connector/tasks", "CreateConnectorTask", "5.3.3", Create),
        new("GET", "/v2/{project_id}/instances/{instance_id}/connector/tasks", "ListConnectorTasks", "5.3.4", List),
        new("GET", "/v2/{project_id}/instances/{instance_id}/connector/tasks/{task_id}", "ShowConnectorTask", "5.3.5", Show),
        new("DELETE", "/v2/{project_id}/instances/{instance_id}/connector/tasks/{task_id}", "DeleteConnectorTask", "5.3.6", Delete),
        new("PUT", "/v2/{project_id}/instances/{instance_id}/connector/tasks/{task_id}/pause", "PauseConnectorTask", "5.3.7",
            context => Switch(context, SmartConnectLifecycle.Pause, ServiceErrors.SmartConnectTaskNotStopped)),
        new("PUT", "/v2/{project_id}/instances/{instance_id}/connector/tasks/{task_id}/resume", "ResumeConnectorTask", "5.3.8",
            context => Switch(context, SmartConnectLifecycle.Resume, ServiceErrors.SmartConnectTaskNotStarted)),
        new("PUT", "/v2/{project_id}/kafka/instances/{instance_id}/connector/tasks/{task_id}/restart", "RestartConnectorTask", "5.3.9",
            context => Switch(context, SmartConnectLifecycle.Restart, ServiceErrors.SmartConnectTaskNotRestarted)),
    ];

    /// <summary>Adds a validated task.</summary>
    public static void Add(RequestContext context, KafkaInstance instance, SmartConnectTask task, bool startsLater)
    {
        SmartConnectState smartConnect = SmartConnectEndpoints.Of(instance);
        InstanceEndpoints.RequireRunning(instance);
        if (smartConnect.Tasks.Count >= smartConnect.TaskLimit)
            throw ServiceErrors.SmartConnectTaskLimitReached();
        if (smartConnect.Tasks.Exists(other => other.Name == task.Name))
            throw ServiceErrors.SmartConnectTaskNotCreated();
        SmartConnectTaskReader.CheckTopics(task, instance, smartConnect, context.Project);
        task.Id = context.Service.Ids.NewUuid();
        SmartConnectLifecycle.Create(task, startsLater, context.Now, context.Service.Time);
        smartConnect.Tasks.Add(task);
    }

    private static ResponseMessage Create(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        JsonFields body = context.Body();
        // Whether Smart Connect is enabled is checked before the contents of the task.
        _ = SmartConnectEndpoints.Of(instance);
        SmartConnectTask task = SmartConnectTaskReader.Read(body, instance, context.Project);
        Add(context, instance, task, body.Flag("start_later") ?? false);
        return ResponseMessage.Object(200, json => SmartConnectTaskWriter.Write(json, task));
    }

    private static ResponseMessage List(RequestContext context)
    {
        SmartConnectState smartConnect = SmartConnectEndpoints.Of(InstanceEndpoints.Find(context));
        List<SmartConnectTask> page = Page.Of(context, smartConnect.Tasks, MaxPageSize);
        return ResponseMessage.Object(200, json =>
        {
            json.WriteObjects("tasks", page, task => SmartConnectTaskWriter.Write(json, task));
            json.WriteNumber("total_number", smartConnect.Tasks.Count);
            json.WriteNumber("max_tasks", smartConnect.TaskLimit);
            json.WriteNumber("quota_tasks", SmartConnectState.MaxTasks);
        });
    }

    private static ResponseMessage Show(RequestContext context)
    {
        SmartConnectTask task = Find(context, InstanceEndpoints.Find(context));
        return ResponseMessage.Object(200, json => SmartConnectTaskWriter.Write(json, task));
    }

    private static ResponseMessage Delete(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        SmartConnectEndpoints.Of(instance).Tasks.Remove(Find(context, instance));
        return ResponseMessage.NoContent();
    }

    private static ResponseMessage Switch(
        RequestContext context, Func<SmartConnectTask, DateTimeOffset, ServiceTime, bool> change, Func<ApiErrorException> refusal)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        SmartConnectTask task = Find(context, instance);
        InstanceEndpoints.RequireRunning(instance);
        task.CatchUp(instance);
        return change(task, context.Now, context.Service.Time) ? ResponseMessage.NoContent() : throw refusal();
    }

    private static SmartConnectTask Find(RequestContext context, KafkaInstance instance)
        => SmartConnectEndpoints.Of(instance).Tasks.Find(task => string.Equals(task.Id, context["task_id"], StringComparison.OrdinalIgnoreCase))
            ?? throw ServiceErrors.NoSuchSmartConnectTask();
}
