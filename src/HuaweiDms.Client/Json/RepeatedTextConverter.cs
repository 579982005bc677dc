using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>
/// Reads text that repeats across the objects of a list, such as names of settings, and reuses a recent copy. It may be sent as a number or
/// a Boolean.
/// </summary>
internal sealed class RepeatedTextConverter : JsonConverter<string?>
{
    /// <summary>
    /// The maximum number of bytes of a text to cache; together with the number of slots it limits the cache to about 20 KB.
    /// </summary>
    private const int Longest = 64;

    /// <summary>Each text has one slot, which holds the most recent text. A race only costs an extra copy.</summary>
    private static readonly string?[] Places = new string?[128];

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    internal static string? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped || reader.HasValueSequence || reader.ValueSpan.Length is 0 or > Longest)
            return Tolerant.ReadScalar(ref reader);
        int place = PlaceOf(reader.ValueSpan);
        string? last = Places[place];
        if (last is not null && reader.ValueTextEquals(last))
            return last;
        string text = Tolerant.ReadText(ref reader);
        Places[place] = text;
        return text;
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private static int PlaceOf(ReadOnlySpan<byte> text)
    {
        int hash = text.Length;
        foreach (byte one in text)
            hash = unchecked((hash * 31) + one);
        return hash & (Places.Length - 1);
    }
}
