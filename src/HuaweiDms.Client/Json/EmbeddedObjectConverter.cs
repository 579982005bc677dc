using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>A JSON document inside a string, as the dictionaries and arrays it describes; text that is none stays text.</summary>
internal sealed class EmbeddedObjectConverter : JsonConverter<object?>
{
    private static readonly NaturalObjectConverter Natural = new();

    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            return NaturalObjectConverter.Read(ref reader);
        string text = reader.GetString()!;
        Utf8JsonReader inner = new(System.Text.Encoding.UTF8.GetBytes(text));
        try
        {
            return inner.Read() && inner.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
                ? NaturalObjectConverter.Read(ref inner)
                : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options) => Natural.Write(writer, value, options);
}
