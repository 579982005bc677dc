using System.Text.Json;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Tasks;

/// <summary>Starts background tasks, one for each operation that the reference calls asynchronous.</summary>
internal static class TaskLog
{
    /// <summary>The default duration of a task at the real service.</summary>
    private static readonly TimeSpan DefaultDuration = TimeSpan.FromSeconds(60);

    /// <summary>Starts a task on an instance.</summary>
    /// <param name="context">The request that starts it.</param>
    /// <param name="instance">The instance it works on.</param>
    /// <param name="name">The kind of task.</param>
    /// <param name="parameters">Writes the task's parameters.</param>
    /// <param name="duration">The duration at the real service; one minute by default.</param>
    /// <param name="fails">Whether the task fails, although its request was accepted.</param>
    /// <param name="begin">When it starts; immediately by default.</param>
    public static BackgroundTask Start(
        RequestContext context,
        KafkaInstance instance,
        string name,
        Action<Utf8JsonWriter>? parameters = null,
        TimeSpan? duration = null,
        bool fails = false,
        DateTimeOffset? begin = null)
    {
        DateTimeOffset beginsAt = begin ?? context.Now;
        BackgroundTask task = new()
        {
            Id = context.Service.Ids.NewHex(),
            Name = name,
            Parameters = JsonText.Of(parameters),
            CreatedAt = context.Now,
            BeginsAt = beginsAt,
            EndsAt = context.Service.Time.After(beginsAt, duration ?? DefaultDuration),
        };
        if (beginsAt > context.Now)
            task.Lifecycle.Enter(BackgroundTask.Created).Then(BackgroundTask.Executing, beginsAt);
        else
            task.Lifecycle.Enter(BackgroundTask.Executing);
        task.Lifecycle.Then(fails ? BackgroundTask.Failed : BackgroundTask.Success, task.EndsAt);
        instance.Tasks.Add(task);
        return task;
    }

    /// <summary>The response of operations that only return their task.</summary>
    public static ResponseMessage ToResponse(BackgroundTask task)
        => ResponseMessage.Object(200, json => json.WriteString("job_id", task.Id));
}
