using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>A cause or a piece of advice. The service identifies both by number; the reference does not document the numbers.</summary>
public sealed class DiagnosisConclusion
{
    /// <summary>The number.</summary>
    [JsonPropertyName("id")]
    public int? Id { get; set; }

    /// <summary>The parameters, by name, such as <c>THRESHOLD</c>.</summary>
    [JsonPropertyName("params")]
    [JsonConverter(typeof(TextMapConverter))]
    public IDictionary<string, string>? Parameters { get; set; }

    /// <summary>The parameters in words; null if there are none.</summary>
    [JsonIgnore]
    public string? Message => DiagnosisText.Describe(Parameters);

    /// <summary>Returns the number and the parameters.</summary>
    public override string ToString() => Message is { } message ? FormattableString.Invariant($"{Id} ({message})") : FormattableString.Invariant($"{Id}");
}
