using System.Text.Json.Serialization;

namespace HuaweiDms.Emulator.State;

/// <summary>Work that continues after its request was answered, as listed in 5.9.</summary>
internal sealed class BackgroundTask
{
    /// <summary>Scheduled for later.</summary>
    public const string Created = "CREATED";

    public const string Executing = "EXECUTING";
    public const string Success = "SUCCESS";
    public const string Failed = "FAILED";

    public string Id { get; set; } = string.Empty;

    /// <summary>The kind of work, such as modifyAutoTopic.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The parameters: a JSON document, sent as a string.</summary>
    public string Parameters { get; set; } = "{}";

    public Lifecycle Lifecycle { get; set; } = new();

    [JsonIgnore]
    public string Status => Lifecycle.Status;

    [JsonIgnore]
    public bool IsExecuting => Status == Executing;

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The actual or expected start.</summary>
    public DateTimeOffset BeginsAt { get; set; }

    /// <summary>The actual or expected end.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>When it entered its current status.</summary>
    [JsonIgnore]
    public DateTimeOffset ChangedAt => Status switch
    {
        Created => CreatedAt,
        Executing => BeginsAt,
        _ => EndsAt,
    };

    /// <summary>Makes a task that has not ended fail at its end.</summary>
    public void WillFail() => Lifecycle.Pending.ForEach(next => next.Status = next.Status == Success ? Failed : next.Status);

    /// <summary>Keeps a task executing beyond its expected end while its work is not done, and ends it afterwards.</summary>
    public void ExtendWhile(bool isWorking, DateTimeOffset now)
    {
        if (isWorking && Status == Success)
            Lifecycle.Enter(Executing);
        else if (!isWorking && IsExecuting && Lifecycle.Pending.Count == 0)
        {
            Lifecycle.Enter(Success);
            EndsAt = now;
        }
    }
}
