using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HuaweiDms.Json;

/// <summary>
/// Writes the bodies of requests. Letters stand in them as they are: escaped, as is safe in a page of the web, six bytes would be
/// sent for a quotation mark and for every letter beyond ASCII, and bodies are limited.
/// </summary>
internal static class JsonBody
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write<T>(T value, JsonTypeInfo<T> type)
    {
        using MemoryStream body = new();
        using (Utf8JsonWriter writer = new(body, Plain))
            JsonSerializer.Serialize(writer, value, type);
        return body.ToArray();
    }
}
