using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>Texts by name, as an object (5.2.5). The tolerant reader of texts cannot be the reader of names as well.</summary>
internal sealed class TextMapConverter : JsonConverter<IDictionary<string, string>>
{
    public override IDictionary<string, string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => throw new NotSupportedException("Such a map is only sent.");

    public override void Write(Utf8JsonWriter writer, IDictionary<string, string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (KeyValuePair<string, string> pair in value)
            writer.WriteString(pair.Key, pair.Value);
        writer.WriteEndObject();
    }
}
