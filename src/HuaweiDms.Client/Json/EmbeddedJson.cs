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
            reader.Skip();
            return null;
        }
        string text = reader.GetString()!;
        if (string.IsNullOrWhiteSpace(text))
            return null;
        try
        {
            return JsonDocument.Parse(Encoding.UTF8.GetBytes(text));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A field's value as text, whatever its JSON type; null when it is missing.</summary>
    public static string? Text(this JsonElement element, string field)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out JsonElement value)
            ? value.ValueKind switch
            {
                JsonValueKind.Null or JsonValueKind.Undefined => null,
                JsonValueKind.String => value.GetString(),
                _ => value.GetRawText(),
            }
            : null;
}
