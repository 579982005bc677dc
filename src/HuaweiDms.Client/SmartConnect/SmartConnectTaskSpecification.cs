using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>
/// What Smart Connect task to create (5.3.3): with a source, with a sink, or with both where both are Redis. Disposing it
/// wipes the secrets of its sides.
/// </summary>
public sealed class SmartConnectTaskSpecification : IDisposable
{
    /// <summary>The name: 4 to 64 letters, digits, hyphens, underscores.</summary>
    [JsonPropertyName("task_name")]
    public required string Name { get; set; }

    /// <summary>Whether it waits to be started; else it starts at once.</summary>
    [JsonPropertyName("start_later")]
    public bool StartLater { get; set; }

    /// <summary>The topics, by name; this or <see cref="TopicRegex"/>.</summary>
    [JsonPropertyName("topics")]
    [JsonConverter(typeof(CommaListConverter))]
    public string[]? Topics { get; set; }

    /// <summary>The topics, by a regular expression.</summary>
    [JsonPropertyName("topics_regex")]
    public string? TopicRegex { get; set; }

    /// <summary>Where it copies from.</summary>
    [JsonPropertyName("source_task")]
    [JsonConverter(typeof(SmartConnectSourceConverter))]
    public SmartConnectSource? SourceTask { get; set; }

    /// <summary>Where it copies to.</summary>
    [JsonPropertyName("sink_task")]
    [JsonConverter(typeof(SmartConnectSinkConverter))]
    public SmartConnectSink? SinkTask { get; set; }

    [JsonInclude]
    [JsonPropertyName("source_type")]
    internal string SourceType => SourceTask?.Kind ?? SmartConnectSide.NoKind;

    [JsonInclude]
    [JsonPropertyName("sink_type")]
    internal string SinkType => SinkTask?.Kind ?? SmartConnectSide.NoKind;

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>Wipes the secrets of both sides.</summary>
    public void Dispose()
    {
        SourceTask?.Wipe();
        SinkTask?.Wipe();
    }
}
