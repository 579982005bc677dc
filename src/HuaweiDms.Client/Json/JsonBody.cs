using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HuaweiDms.Json;

/// <summary>
/// Writes request bodies with minimal escaping. The default encoder, which is safe for HTML, sends six bytes for a quotation mark and for
/// every non-ASCII character, and the size of bodies is limited.
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
