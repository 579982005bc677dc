using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>A cause or a piece of advice. The service numbers them, and the reference does not say what the numbers mean.</summary>
public sealed class DiagnosisConclusion
{
    /// <summary>The number.</summary>
    [JsonPropertyName("id")]
    public int? Id { get; set; }

    /// <summary>What goes with it, by name, such as <c>THRESHOLD</c>.</summary>
    [JsonPropertyName("params")]
    [JsonConverter(typeof(TextMapConverter))]
    public IDictionary<string, string>? Parameters { get; set; }

    /// <summary>What goes with it, in words; null where nothing does.</summary>
    [JsonIgnore]
    public string? Message => DiagnosisText.Say(Parameters);

    /// <summary>The number, and what goes with it.</summary>
    public override string ToString() => Message is { } message ? FormattableString.Invariant($"{Id} ({message})") : FormattableString.Invariant($"{Id}");
}
