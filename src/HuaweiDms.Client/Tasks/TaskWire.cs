using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Response of 5.9.1, and of 5.9.2, where it is a list of one.</summary>
internal sealed class BackgroundTaskList
{
    [JsonPropertyName("tasks")]
    public List<BackgroundTask>? Tasks { get; set; }

    [JsonPropertyName("task_count")]
    public long? Total { get; set; }
}

/// <summary>Response of operations that return only the task they started.</summary>
internal sealed class StartedTask
{
    [JsonPropertyName("job_id")]
    public string? TaskId { get; set; }
}
