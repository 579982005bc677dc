using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Answer of 5.9.1 and 5.9.2, which is a list of one.</summary>
internal sealed class BackgroundTaskList
{
    [JsonPropertyName("tasks")]
    public List<BackgroundTask>? Tasks { get; set; }

    [JsonPropertyName("task_count")]
    public long? Total { get; set; }
}

/// <summary>Answer of operations that only name the task they started.</summary>
internal sealed class StartedTask
{
    [JsonPropertyName("job_id")]
    public string? TaskId { get; set; }
}
