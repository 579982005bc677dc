using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>A dump task: it writes topics to OBS (7.2.4). Smart Connect tasks with an <see cref="ObsSink"/> have taken its place.</summary>
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

    /// <summary>The topics: names, or one regular expression.</summary>
    [JsonPropertyName("topics")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? Topics { get; set; }

    /// <summary>Where it writes to; there is only <c>OBS</c>.</summary>
    [JsonPropertyName("destination_type")]
    public string? DestinationType { get; set; }

    /// <summary>When it was created.</summary>
    [JsonPropertyName("create_time")]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>The bucket it writes to; null in a list, which does not tell it.</summary>
    [JsonPropertyName("obs_destination_descriptor")]
    public ObsSink? Destination { get; set; }

    /// <summary>How far it is in each topic; null where that was not asked for.</summary>
    [JsonPropertyName("topics_info")]
    public SinkTaskTopic[]? Progress { get; set; }

    /// <summary>The Smart Connect id of its instance.</summary>
    [JsonIgnore]
    public string? ConnectorId { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? TaskId ?? string.Empty;
}
