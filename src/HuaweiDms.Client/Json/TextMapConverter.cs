using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>
/// Reads an object as texts by name (5.2.5, 5.11.5). If a name repeats, the last value applies; values of other types are converted to
/// text.
/// </summary>
internal sealed class TextMapConverter : JsonConverter<IDictionary<string, string>>
{
    public override IDictionary<string, string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.EnumerateObject().GroupBy(field => field.Name, StringComparer.Ordinal)
                .ToDictionary(field => field.Key, field => field.Last().Value.ToString(), StringComparer.Ordinal)
            : null;
    }

    public override void Write(Utf8JsonWriter writer, IDictionary<string, string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (KeyValuePair<string, string> pair in value)
            writer.WriteString(pair.Key, pair.Value);
        writer.WriteEndObject();
    }
}
