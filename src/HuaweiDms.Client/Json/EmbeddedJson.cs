using System.Text;
using System.Text.Json;

namespace HuaweiDms.Json;

/// <summary>Reads JSON that is sent inside a string (<c>x-wire-note</c> in the contract) or as the object itself.</summary>
internal static class EmbeddedJson
{
    /// <summary>Returns the document at the current position; null if there is none or the text is not JSON.</summary>
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

    /// <summary>Returns the value of a field as text, whatever its JSON type; null if it is missing or not valid text.</summary>
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
            // An unpaired surrogate.
            return null;
        }
    }
}
