using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>
/// The properties of a Smart Connect task to create (5.3.3): with a source, with a sink, or with both if both are Redis. Disposing it wipes
/// the secrets of its source and sink.
/// </summary>
public sealed class SmartConnectTaskSpecification : IDisposable
{
    /// <summary>The name: 4 to 64 letters, digits, hyphens and underscores.</summary>
    [JsonPropertyName("task_name")]
    public required string Name { get; set; }

    /// <summary>Whether the task waits to be started; otherwise it starts immediately.</summary>
    [JsonPropertyName("start_later")]
    public bool StartLater { get; set; }

    /// <summary>The topics, by name; an alternative to <see cref="TopicRegex"/>.</summary>
    [JsonPropertyName("topics")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? Topics { get; set; }

    /// <summary>The regular expression that selects topics; an alternative to <see cref="Topics"/>.</summary>
    [JsonPropertyName("topics_regex")]
    public string? TopicRegex { get; set; }

    /// <summary>The source.</summary>
    [JsonPropertyName("source_task")]
    [JsonConverter(typeof(SmartConnectSideConverter<SmartConnectSource>))]
    public SmartConnectSource? SourceTask { get; set; }

    /// <summary>The destination.</summary>
    [JsonPropertyName("sink_task")]
    [JsonConverter(typeof(SmartConnectSideConverter<SmartConnectSink>))]
    public SmartConnectSink? SinkTask { get; set; }

    [JsonInclude]
    [JsonPropertyName("source_type")]
    internal string SourceType => SourceTask?.Kind ?? SmartConnectSide.NoKind;

    [JsonInclude]
    [JsonPropertyName("sink_type")]
    internal string SinkType => SinkTask?.Kind ?? SmartConnectSide.NoKind;

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;

    /// <summary>Wipes the secrets of the source and the sink.</summary>
    public void Dispose()
    {
        SourceTask?.Wipe();
        SinkTask?.Wipe();
    }
}
