using System.Text;
using System.Text.Json;

namespace HuaweiDms.Json;

/// <summary>Unfolds JSON that arrives inside a string (<c>x-wire-note</c> in the contract), or as the object itself.</summary>
internal static class EmbeddedJson
{
    /// <summary>The document at the reader; null where there is none or where the text is no JSON.</summary>
    public static JsonDocument? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            return JsonDocument.ParseValue(ref reader);
        if (reader.TokenType != JsonTokenType.String)
        {
            Tolerant.Skip(ref reader);
            return null;
        }
        try
        {
            string text = Tolerant.ReadText(ref reader);
            return string.IsNullOrWhiteSpace(text) ? null : JsonDocument.Parse(Encoding.UTF8.GetBytes(text));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A field's value as text, whatever its JSON type; null when it is missing or is no text.</summary>
    public static string? Text(this JsonElement element, string field)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(field, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
            return null;
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair.
            return null;
        }
    }
}
