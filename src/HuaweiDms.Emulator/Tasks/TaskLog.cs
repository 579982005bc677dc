using System.Text.Json;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Tasks;

/// <summary>Starts background tasks. Whatever the reference says to be asynchronous leaves one with its instance.</summary>
internal static class TaskLog
{
    /// <summary>How long a task takes at the real service that says nothing of its own.</summary>
    private static readonly TimeSpan UsualTime = TimeSpan.FromSeconds(60);

    /// <summary>Starts a task on an instance.</summary>
    /// <param name="context">The request that starts it.</param>
    /// <param name="instance">The instance it works on.</param>
    /// <param name="name">The kind of work.</param>
    /// <param name="parameters">Writes the fields of what it works with.</param>
    /// <param name="usual">How long it takes at the real service; a minute by default.</param>
    /// <param name="fails">Whether it ends in failure, though its request was accepted.</param>
    /// <param name="begin">When it begins; at once by default.</param>
    public static BackgroundTask Start(
        RequestContext context,
        KafkaInstance instance,
        string name,
        Action<Utf8JsonWriter>? parameters = null,
        TimeSpan? usual = null,
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
            EndsAt = context.Service.Time.After(beginsAt, usual ?? UsualTime),
        };
        if (beginsAt > context.Now)
            task.Lifecycle.Enter(BackgroundTask.Created).Then(BackgroundTask.Executing, beginsAt);
        else
            task.Lifecycle.Enter(BackgroundTask.Executing);
        task.Lifecycle.Then(fails ? BackgroundTask.Failed : BackgroundTask.Success, task.EndsAt);
        instance.Tasks.Add(task);
        return task;
    }

    /// <summary>The answer of operations that only name their task.</summary>
    public static ResponseMessage ToResponse(BackgroundTask task)
        => ResponseMessage.Object(200, json => json.WriteString("job_id", task.Id));
}
