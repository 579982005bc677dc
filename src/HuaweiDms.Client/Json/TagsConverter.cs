using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>Converts tags between a dictionary and an array of keys and values.</summary>
internal sealed class TagsConverter : JsonConverter<IDictionary<string, string>?>
{
    public override IDictionary<string, string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    internal static IDictionary<string, string>? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Tolerant.Skip(ref reader);
            return null;
        }
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        TagValues tags = [];
        foreach (JsonElement tag in document.RootElement.EnumerateArray())
        {
            if (tag.Text("key") is { } key)
                tags[key] = tag.Text("value") ?? string.Empty;
        }
        return tags;
    }

    public override void Write(Utf8JsonWriter writer, IDictionary<string, string>? value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (KeyValuePair<string, string> tag in value!)
        {
            writer.WriteStartObject();
            writer.WriteString("key", tag.Key);
            writer.WriteString("value", tag.Value);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
