using System.Globalization;
using System.Text.Json;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Instances;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Tasks;

/// <summary>Background tasks of an instance: 5.9.1 to 5.9.3.</summary>
internal static class TaskEndpoints
{
    private const int MaxPageSize = 100;
    private const string TimeFormat = "yyyyMMddHHmmss";

    public static IEnumerable<Route> Routes =>
    [
        new("GET", "/v2/{project_id}/instances/{instance_id}/tasks", "ListBackgroundTasks", "5.9.1", List),
        new("GET", "/v2/{project_id}/instances/{instance_id}/tasks/{task_id}", "ShowBackgroundTask", "5.9.2", Show),
        new("DELETE", "/v2/{project_id}/instances/{instance_id}/tasks/{task_id}", "DeleteBackgroundTask", "5.9.3", Delete),
    ];

    /// <summary>Lists the newest first. Records count from 1; newer clients send offset instead of start.</summary>
    private static ResponseMessage List(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        DateTimeOffset? begin = Time(context.Query("begin_time"));
        DateTimeOffset? end = Time(context.Query("end_time"));
        List<BackgroundTask> found = instance.Tasks.FindAll(task => !(task.CreatedAt < begin) && !(task.CreatedAt > end));
        found.Reverse();
        int start = Math.Max(1, context.QueryNumber("start") ?? context.QueryNumber("offset") ?? 1);
        int limit = context.QueryNumber("limit", 1, MaxPageSize) ?? Page.DefaultSize;
        return ToResponse(context, found.Count, found.Skip(start - 1).Take(limit));
    }

    /// <summary>Responds with a list of one task, like the reference.</summary>
    private static ResponseMessage Show(RequestContext context) => ToResponse(context, 1, [Find(context)]);

    private static ResponseMessage Delete(RequestContext context)
    {
        BackgroundTask task = Find(context);
        if (task.IsExecuting)
            throw ServiceErrors.TaskStillRunning();
        InstanceEndpoints.Find(context).Tasks.Remove(task);
        return ResponseMessage.NoContent();
    }

    private static BackgroundTask Find(RequestContext context)
    {
        string id = context["task_id"];
        if (!Guid.TryParseExact(id, "N", out _))
            throw ServiceErrors.InvalidTaskId();
        return InstanceEndpoints.Find(context).Tasks.Find(task => task.Id == id) ?? throw ServiceErrors.NoSuchTask(id);
    }

    private static ResponseMessage ToResponse(RequestContext context, int count, IEnumerable<BackgroundTask> tasks)
        => ResponseMessage.Object(200, json =>
        {
            json.WriteString("task_count", WireText.Of(count));
            json.WriteObjects("tasks", tasks, task => Write(json, task, context));
        });

    private static void Write(Utf8JsonWriter json, BackgroundTask task, RequestContext context)
    {
        json.WriteString("id", task.Id);
        json.WriteString("name", task.Name);
        json.WriteString("user_name", context.Service.Account.UserName);
        json.WriteString("user_id", context.Service.Account.UserId);
        json.WriteString("params", task.Parameters);
        json.WriteString("status", task.Status);
        json.WriteString("created_at", WireText.Of(task.CreatedAt));
        json.WriteString("updated_at", WireText.Of(task.ChangedAt));
    }

    private static DateTimeOffset? Time(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        return DateTimeOffset.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : throw ServiceErrors.InvalidParameter();
    }
}
