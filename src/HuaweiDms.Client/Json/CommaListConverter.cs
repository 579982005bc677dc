using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>Reads a list that is sent as a text with commas, possibly with spaces, or as an array.</summary>
internal sealed class CommaListConverter : JsonConverter<string[]?>
{
    public override string[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    internal static string[]? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return Split(Tolerant.ReadScalar(ref reader));

        List<string> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Tolerant.ReadScalar(ref reader) is { Length: > 0 } item)
                items.Add(item);
        }
        return [.. items];
    }

    public override void Write(Utf8JsonWriter writer, string[]? value, JsonSerializerOptions options)
        => writer.WriteStringValue(string.Join(",", value!));

    internal static string[]? Split(string? text)
        => text is null ? null : [.. text.Split(',').Select(item => item.Trim()).Where(item => item.Length > 0)];
}
