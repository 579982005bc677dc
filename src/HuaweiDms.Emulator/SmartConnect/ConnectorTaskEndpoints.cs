using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Instances;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.SmartConnect;

/// <summary>The tasks of Smart Connect: 5.3.3 to 5.3.9.</summary>
internal static class ConnectorTaskEndpoints
{
    private const int LargestPage = 50;

    public static IEnumerable<Route> Routes =>
    [
        new("POST", "/v2/{project_id}/instances/{instance_id}/connector/tasks", "CreateConnectorTask", "5.3.3", Create),
        new("GET", "/v2/{project_id}/instances/{instance_id}/connector/tasks", "ListConnectorTasks", "5.3.4", List),
        new("GET", "/v2/{project_id}/instances/{instance_id}/connector/tasks/{task_id}", "ShowConnectorTask", "5.3.5", Show),
        new("DELETE", "/v2/{project_id}/instances/{instance_id}/connector/tasks/{task_id}", "DeleteConnectorTask", "5.3.6", Delete),
        new("PUT", "/v2/{project_id}/instances/{instance_id}/connector/tasks/{task_id}/pause", "PauseConnectorTask", "5.3.7",
            context => Switch(context, ConnectorLifecycle.Pause, ServiceErrors.ConnectorTaskNotStopped)),
        new("PUT", "/v2/{project_id}/instances/{instance_id}/connector/tasks/{task_id}/resume", "ResumeConnectorTask", "5.3.8",
            context => Switch(context, ConnectorLifecycle.Resume, ServiceErrors.ConnectorTaskNotStarted)),
        new("PUT", "/v2/{project_id}/kafka/instances/{instance_id}/connector/tasks/{task_id}/restart", "RestartConnectorTask", "5.3.9",
            context => Switch(context, ConnectorLifecycle.Restart, ServiceErrors.ConnectorTaskNotRestarted)),
    ];

    /// <summary>Adds a task that passed all checks.</summary>
    public static void Add(RequestContext context, KafkaInstance instance, ConnectorTask task, bool startsLater)
    {
        Connector connector = ConnectorEndpoints.Of(instance);
        InstanceEndpoints.RequireRunning(instance);
        if (connector.Tasks.Count >= connector.TaskLimit)
            throw ServiceErrors.ConnectorTaskLimitReached();
        if (connector.Tasks.Exists(other => other.Name == task.Name))
            throw ServiceErrors.ConnectorTaskNotCreated();
        ConnectorTaskReader.CheckTopics(task, instance, connector, context.Project);
        task.Id = context.Service.Ids.NewUuid();
        ConnectorLifecycle.Create(task, startsLater, context.Now, context.Service.Time);
        connector.Tasks.Add(task);
    }

    private static ResponseMessage Create(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        JsonFields body = context.Body();
        // Whether there is anything to run it on comes before what it is.
        _ = ConnectorEndpoints.Of(instance);
        ConnectorTask task = ConnectorTaskReader.Read(body, instance, context.Project);
        Add(context, instance, task, body.Flag("start_later") ?? false);
        return ResponseMessage.Object(200, json => ConnectorTaskWriter.Write(json, task));
    }

    private static ResponseMessage List(RequestContext context)
    {
        Connector connector = ConnectorEndpoints.Of(InstanceEndpoints.Find(context));
        List<ConnectorTask> page = Page.Of(context, connector.Tasks, LargestPage);
        return ResponseMessage.Object(200, json =>
        {
            json.WriteObjects("tasks", page, task => ConnectorTaskWriter.Write(json, task));
            json.WriteNumber("total_number", connector.Tasks.Count);
            json.WriteNumber("max_tasks", connector.TaskLimit);
            json.WriteNumber("quota_tasks", Connector.MostTasks);
        });
    }

    private static ResponseMessage Show(RequestContext context)
    {
        ConnectorTask task = Find(context, InstanceEndpoints.Find(context));
        return ResponseMessage.Object(200, json => ConnectorTaskWriter.Write(json, task));
    }

    private static ResponseMessage Delete(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        ConnectorEndpoints.Of(instance).Tasks.Remove(Find(context, instance));
        return ResponseMessage.NoContent();
    }

    private static ResponseMessage Switch(
        RequestContext context, Func<ConnectorTask, DateTimeOffset, ServiceTime, bool> change, Func<RefusalException> refusal)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        ConnectorTask task = Find(context, instance);
        InstanceEndpoints.RequireRunning(instance);
        task.CatchUp(instance);
        return change(task, context.Now, context.Service.Time) ? ResponseMessage.NoContent() : throw refusal();
    }

    private static ConnectorTask Find(RequestContext context, KafkaInstance instance)
        => ConnectorEndpoints.Of(instance).Tasks.Find(task => string.Equals(task.Id, context["task_id"], StringComparison.OrdinalIgnoreCase))
            ?? throw ServiceErrors.NoSuchConnectorTask();
}
