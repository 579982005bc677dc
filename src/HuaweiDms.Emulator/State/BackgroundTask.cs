using System.Text.Json.Serialization;

namespace HuaweiDms.Emulator.State;

/// <summary>Work that goes on after its request was answered, as the list of tasks shows it (5.9).</summary>
internal sealed class BackgroundTask
{
    /// <summary>To begin later.</summary>
    public const string Created = "CREATED";

    public const string Executing = "EXECUTING";
    public const string Success = "SUCCESS";
    public const string Failed = "FAILED";

    public string Id { get; set; } = string.Empty;

    /// <summary>The kind of work, such as modifyAutoTopic.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>What it works with: a JSON document, which travels as text.</summary>
    public string Parameters { get; set; } = "{}";

    public Lifecycle Lifecycle { get; set; } = new();

    [JsonIgnore]
    public string Status => Lifecycle.Status;

    [JsonIgnore]
    public bool IsExecuting => Status == Executing;

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it begins, or began.</summary>
    public DateTimeOffset BeginsAt { get; set; }

    /// <summary>When it ends, or ended.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>When its status was what it is now for the first time.</summary>
    [JsonIgnore]
    public DateTimeOffset ChangedAt => Status switch
    {
        Created => CreatedAt,
        Executing => BeginsAt,
        _ => EndsAt,
    };
}
