using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>JSON embedded as a string in JSON.</summary>
internal static class JsonText
{
    /// <summary>The options for all JSON on the wire and in recordings, which escape no more than necessary.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an object and returns it as a string.</summary>
    public static string Of(Action<Utf8JsonWriter>? writeFields)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text, Options))
        {
            json.WriteStartObject();
            writeFields?.Invoke(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(text.ToArray());
    }
}
