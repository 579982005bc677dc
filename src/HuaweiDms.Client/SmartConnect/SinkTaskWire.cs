using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Response of 7.2.4.4.</summary>
internal sealed class SinkTaskList
{
    [JsonPropertyName("tasks")]
    public List<SinkTask>? Tasks { get; set; }

    [JsonPropertyName("total_number")]
    public int? Total { get; set; }

    [JsonPropertyName("max_tasks")]
    public int? TaskLimit { get; set; }

    [JsonPropertyName("quota_tasks")]
    public int? LargestTaskLimit { get; set; }
}

/// <summary>Request body of 7.2.4.3.</summary>
internal sealed class SinkTaskBody
{
    [JsonPropertyName("source_type")]
    public string SourceType { get; } = "BLOB";

    [JsonPropertyName("task_name")]
    public required string Name { get; set; }

    [JsonPropertyName("destination_type")]
    public string DestinationType { get; } = "OBS";

    [JsonPropertyName("obs_destination_descriptor")]
    public required ObsSink Destination { get; set; }
}

/// <summary>Response of 7.2.4.3.</summary>
internal sealed class CreatedSinkTask
{
    [JsonPropertyName("task_id")]
    public string? TaskId { get; set; }
}

/// <summary>Request body of 7.2.4.1.</summary>
internal sealed class SinkTaskLimit
{
    [JsonPropertyName("sink_max_tasks")]
    public required int TaskLimit { get; set; }
}
