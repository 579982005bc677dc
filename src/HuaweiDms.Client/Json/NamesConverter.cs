using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>Reads a list of objects that have only a name as an array of names.</summary>
internal sealed class NamesConverter : JsonConverter<string[]?>
{
    public override string[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override void Write(Utf8JsonWriter writer, string[]? value, JsonSerializerOptions options)
        => throw new NotSupportedException("Names cannot be written.");

    internal static string[]? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Tolerant.Skip(ref reader);
            return null;
        }
        List<string> names = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadName(ref reader) is { } name)
                names.Add(name);
        }
        return [.. names];
    }

    private static string? ReadName(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return Tolerant.ReadScalar(ref reader);
        string? name = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isName = reader.ValueTextEquals("name"u8);
            reader.Read();
            string? value = Tolerant.ReadScalar(ref reader);
            name = isName ? value : name;
        }
        return name;
    }
}

/// <summary>Reads the same list with numbers as names, such as partitions.</summary>
internal sealed class NumberedNamesConverter : JsonConverter<int[]?>
{
    public override int[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => NamesConverter.Read(ref reader) is { } names ? [.. names.Select(TolerantInt32Converter.Parse).OfType<int>()] : null;

    public override void Write(Utf8JsonWriter writer, int[]? value, JsonSerializerOptions options)
        => throw new NotSupportedException("Names cannot be written.");
}
