using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>
/// Text that is the same in most objects of a list, such as the names of settings: of what was read lately one copy is
/// kept and used again. It may arrive as a number or boolean.
/// </summary>
internal sealed class RepeatedTextConverter : JsonConverter<string?>
{
    /// <summary>Bytes of a text that is worth keeping; with the places, it bounds what is kept to some 20 KB.</summary>
    private const int Longest = 64;

    /// <summary>Each text has one place, which the last one that came took. Races cost a copy, nothing else.</summary>
    private static readonly string?[] Places = new string?[128];

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    internal static string? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped || reader.HasValueSequence || reader.ValueSpan.Length is 0 or > Longest)
            return Tolerant.ReadScalar(ref reader);
        ref string? place = ref Places[PlaceOf(reader.ValueSpan)];
        string? last = place;
        return last is not null && reader.ValueTextEquals(last) ? last : place = Tolerant.ReadText(ref reader);
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
