using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>A list of objects that have nothing but a name, as the names.</summary>
internal sealed class NamesConverter : JsonConverter<string[]?>
{
    public override string[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override void Write(Utf8JsonWriter writer, string[]? value, JsonSerializerOptions options)
        => throw new NotSupportedException("Names are only ever read.");

    internal static string[]? Read(ref Utf8JsonReader reader)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Array
            ? [.. document.RootElement.EnumerateArray().Select(NameOf).OfType<string>()]
            : null;
    }

    private static string? NameOf(JsonElement item)
        => item.ValueKind switch
        {
            JsonValueKind.Object => item.TryGetProperty("name", out JsonElement name) && name.ValueKind != JsonValueKind.Object ? NameOf(name) : null,
            JsonValueKind.String => item.GetString(),
            JsonValueKind.Number => item.GetRawText(),
            _ => null,
        };
}

/// <summary>The same where the names are numbers: partitions.</summary>
internal sealed class NumberedNamesConverter : JsonConverter<int[]?>
{
    public override int[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => NamesConverter.Read(ref reader) is { } names ? [.. names.Select(TolerantInt32Converter.Parse).OfType<int>()] : null;

    public override void Write(Utf8JsonWriter writer, int[]? value, JsonSerializerOptions options)
        => throw new NotSupportedException("Names are only ever read.");
}
