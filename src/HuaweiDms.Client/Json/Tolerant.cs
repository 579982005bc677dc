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
                return reader.GetString();
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan.ToArray());
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                reader.Skip();
                return null;
        }
    }
}
