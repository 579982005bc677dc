using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.SmartConnect;

/// <summary>Dump tasks: 7.2.4.1 and 7.2.4.3 to 7.2.4.6. They are the Smart Connect tasks that write to OBS.</summary>
internal static class SinkTaskEndpoints
{
    public static IEnumerable<Route> Routes =>
    [
        new("PUT", "/v2/{project_id}/connectors/{connector_id}/sink-tasks", "UpdateSinkTaskQuota", "7.2.4.1", UpdateQuota),
        new("POST", "/v2/{project_id}/connectors/{connector_id}/sink-tasks", "CreateSinkTask", "7.2.4.3", Create),
        new("GET", "/v2/{project_id}/connectors/{connector_id}/sink-tasks", "ListSinkTasks", "7.2.4.4", List),
        new("GET", "/v2/{project_id}/connectors/{connector_id}/sink-tasks/{task_id}", "ShowSinkTaskDetail", "7.2.4.5", Show),
        new("DELETE", "/v2/{project_id}/connectors/{connector_id}/sink-tasks/{task_id}", "DeleteSinkTask", "7.2.4.6", Delete),
    ];

    private static ResponseMessage UpdateQuota(RequestContext context)
    {
        SmartConnectState smartConnect = SmartConnectEndpoints.Of(FindInstance(context));
        int limit = context.Body().Integer("sink_max_tasks") ?? throw ServiceErrors.InvalidField("sink_max_tasks");
        if (limit <= smartConnect.TaskLimit || limit > SmartConnectState.MaxTasks)
            throw ServiceErrors.InvalidSinkTaskQuota();
        smartConnect.TaskLimit = limit;
        return ResponseMessage.NoContent();
    }

    private static ResponseMessage Create(RequestContext context)
    {
        KafkaInstance instance = FindInstance(context);
        SmartConnectTask task = SmartConnectTaskReader.ReadSinkTask(context.Body());
        SmartConnectTaskEndpoints.Add(context, instance, task, startsLater: false);
        return ResponseMessage.Object(200, json => json.WriteString("task_id", task.Id));
    }

    /// <summary>Lists all tasks; this operation has no pages.</summary>
    private static ResponseMessage List(RequestContext context)
    {
        SmartConnectState smartConnect = SmartConnectEndpoints.Of(FindInstance(context));
        List<SmartConnectTask> tasks = smartConnect.Tasks.FindAll(task => task.ObsSink is not null);
        return ResponseMessage.Object(200, json =>
        {
            json.WriteObjects("tasks", tasks, task =>
            {
                json.WriteString("task_id", task.Id);
                SmartConnectTaskWriter.WriteSinkTask(json, task);
            });
            json.WriteNumber("total_number", tasks.Count);
            json.WriteNumber("max_tasks", smartConnect.TaskLimit);
            json.WriteNumber("quota_tasks", SmartConnectState.MaxTasks);
        });
    }

    /// <summary>Shows a task without its id, which the client already has.</summary>
    private static ResponseMessage Show(RequestContext context)
    {
        KafkaInstance instance = FindInstance(context);
        SmartConnectTask task = Find(context, instance);
        bool hasProgress = context.QueryFlag("topic-info") ?? false;
        task.CatchUp(instance);
        return ResponseMessage.Object(200, json =>
        {
            SmartConnectTaskWriter.WriteSinkTask(json, task);
            json.WriteStartObject("obs_destination_descriptor");
            task.ObsSink!.Write(json);
            json.WriteEndObject();
            if (hasProgress)
                SmartConnectTaskWriter.WriteProgress(json, task, instance);
        });
    }

    private static ResponseMessage Delete(RequestContext context)
    {
        KafkaInstance instance = FindInstance(context);
        SmartConnectEndpoints.Of(instance).Tasks.Remove(Find(context, instance));
        return ResponseMessage.NoContent();
    }

    private static KafkaInstance FindInstance(RequestContext context)
        => context.Project.Instances.Find(instance => string.Equals(instance.SmartConnect?.Id, context["connector_id"], StringComparison.OrdinalIgnoreCase))
            ?? throw ServiceErrors.NoSmartConnect();

    private static SmartConnectTask Find(RequestContext context, KafkaInstance instance)
        => SmartConnectEndpoints.Of(instance).Tasks.Find(task
            => task.ObsSink is not null && string.Equals(task.Id, context["task_id"], StringComparison.OrdinalIgnoreCase))
            ?? throw ServiceErrors.NoSuchSmartConnectTask();
}
