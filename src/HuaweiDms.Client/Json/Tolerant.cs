using System.Text;
using System.Text.Json;

namespace HuaweiDms.Json;

/// <summary>
/// Readers that take a value in whatever JSON type the service sends it, which its tables and its examples tell differently: numbers and
/// booleans arrive as text, text as numbers. What cannot be read at all is taken as missing, so one odd field never costs the whole object.
/// </summary>
internal static class Tolerant
{
    /// <summary>The scalar at the reader as text; null for null, objects and arrays, which are skipped.</summary>
    public static string? ReadScalar(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return ReadText(ref reader);
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan.ToArray());
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                Skip(ref reader);
                return null;
        }
    }

    /// <summary>
    /// The text at the reader. Of bytes that are not UTF-8, and of half a surrogate pair, which is what a description cut within
    /// an emoji ends in, a replacement character is left.
    /// </summary>
    public static string ReadText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(JsonText.Unescape(reader.ValueSpan));
        }
    }

    /// <summary>Passes over the value at the reader. Its own method for that refuses to in an answer that is still arriving, though values are whole here.</summary>
    public static void Skip(ref Utf8JsonReader reader)
    {
        if (!reader.TrySkip())
            throw new JsonException();
    }
}
