using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>A dump task, which writes topics to OBS (7.2.4). Smart Connect tasks with an <see cref="ObsSink"/> have replaced it.</summary>
public sealed class SinkTask : DmsResource
{
    /// <summary>The task id.</summary>
    [JsonPropertyName("task_id")]
    public string? TaskId { get; set; }

    /// <summary>The name.</summary>
    [JsonPropertyName("task_name")]
    public string? Name { get; set; }

    /// <summary>The state, such as <c>RUNNING</c>.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; set; }

    /// <summary>The topics, as names or as one regular expression.</summary>
    [JsonPropertyName("topics")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? Topics { get; set; }

    /// <summary>The type of the destination, which is always <c>OBS</c>.</summary>
    [JsonPropertyName("destination_type")]
    public string? DestinationType { get; set; }

    /// <summary>The creation time.</summary>
    [JsonPropertyName("create_time")]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>The bucket to which it writes; null in a list, which does not contain it.</summary>
    [JsonPropertyName("obs_destination_descriptor")]
    public ObsSink? Destination { get; set; }

    /// <summary>The progress in each topic; null if it was not requested.</summary>
    [JsonPropertyName("topics_info")]
    public SinkTaskTopic[]? Progress { get; set; }

    /// <summary>The Smart Connect id of the instance.</summary>
    [JsonIgnore]
    public string? ConnectorId { get; set; }

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name ?? TaskId ?? string.Empty;
}
