using System.Text;
using System.Text.Json;

namespace HuaweiDms.Json;

/// <summary>
/// Reads values in whatever JSON type the service sends, because its tables and examples disagree: numbers and Booleans may be sent as
/// text, and text as numbers. A value that cannot be read counts as missing, so that one unexpected field does not make the whole object
/// unreadable.
/// </summary>
internal static class Tolerant
{
    /// <summary>Returns the scalar at the current position as text; null for null, objects and arrays, which are skipped.</summary>
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
    /// Returns the text at the current position. Invalid UTF-8 and unpaired surrogates, such as a description truncated within an emoji,
    /// become replacement characters.
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

    /// <summary>
    /// Skips the value at the current position. Utf8JsonReader.Skip refuses to work on a response that is still arriving, although values
    /// are complete here.
    /// </summary>
    public static void Skip(ref Utf8JsonReader reader)
    {
        if (!reader.TrySkip())
            throw new JsonException();
    }
}
