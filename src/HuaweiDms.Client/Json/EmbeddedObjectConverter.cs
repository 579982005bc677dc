using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>Reads a JSON document inside a string as dictionaries and arrays; other text remains text.</summary>
internal sealed class EmbeddedObjectConverter : JsonConverter<object?>
{
    private static readonly NaturalObjectConverter Natural = new();

    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            return NaturalObjectConverter.Read(ref reader);
        byte[] text = JsonText.Unescape(reader.ValueSpan);
        Utf8JsonReader inner = new(text);
        try
        {
            if (inner.Read() && inner.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                object? document = NaturalObjectConverter.Read(ref inner);
                // If anything follows the document, the text is not a JSON document.
                if (!inner.Read())
                    return document;
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // Not JSON, or JSON with an unpaired surrogate.
        }
        return Encoding.UTF8.GetString(text);
    }

    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options) => Natural.Write(writer, value, options);
}
