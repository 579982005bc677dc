using System.Text.Json;
using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>A Smart Connect task, which replicates between Kafka instances, between Redis instances, or from topics to OBS (5.3).</summary>
public sealed class SmartConnectTask : InstanceResource
{
    /// <summary>The task id.</summary>
    [JsonPropertyName("id")]
    public string? TaskId { get; set; }

    /// <summary>The name.</summary>
    [JsonPropertyName("task_name")]
    public string? Name { get; set; }

    /// <summary>
    /// The state, such as <c>RUNNING</c>, <c>WAITING</c> (never started), <c>PAUSED</c>, <c>CREATING</c> or <c>RESTARTING</c>. The service
    /// may send other states.
    /// </summary>
    [JsonPropertyName("status")]
    public string? Status { get; set; }

    /// <summary>The topics, by name.</summary>
    [JsonPropertyName("topics")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? Topics { get; set; }

    /// <summary>The regular expression that selects topics.</summary>
    [JsonPropertyName("topics_regex")]
    public string? TopicRegex { get; set; }

    /// <summary>The kind of source, such as <c>KAFKA_REPLICATOR_SOURCE</c>; <c>NONE</c> if there is none.</summary>
    [JsonPropertyName("source_type")]
    public string? SourceType
    {
        get;
        set
        {
            field = value;
            ReadSource();
        }
    }

    /// <summary>The source; null if there is none.</summary>
    [JsonIgnore]
    public SmartConnectSource? SourceTask { get; set; }

    /// <summary>The kind of sink, such as <c>OBS_SINK</c>; <c>NONE</c> if there is none.</summary>
    [JsonPropertyName("sink_type")]
    public string? SinkType
    {
        get;
        set
        {
            field = value;
            ReadSink();
        }
    }

    /// <summary>The sink; null if there is none.</summary>
    [JsonIgnore]
    public SmartConnectSink? SinkTask { get; set; }

    /// <summary>The creation time.</summary>
    [JsonPropertyName("create_time")]
    public DateTimeOffset? CreatedAt { get; set; }

    [JsonInclude]
    [JsonPropertyName("source_task")]
    internal JsonElement? SourceSettings
    {
        get;
        set
        {
            field = value;
            ReadSource();
        }
    }

    [JsonInclude]
    [JsonPropertyName("sink_task")]
    internal JsonElement? SinkSettings
    {
        get;
        set
        {
            field = value;
            ReadSink();
        }
    }

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name ?? TaskId ?? string.Empty;

    /// <summary>Reads the source as soon as its settings and its kind are known, because the kind may follow the settings.</summary>
    private void ReadSource() => SourceTask = SourceSettings is null ? SourceTask : SmartConnectSource.Read(SourceType, SourceSettings);

    private void ReadSink() => SinkTask = SinkSettings is null ? SinkTask : SmartConnectSink.Read(SinkType, SinkSettings);
}
