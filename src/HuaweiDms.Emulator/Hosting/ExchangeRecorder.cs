using System.Text;
using System.Text.Json;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>
/// Writes each request and response as a line of JSON, with secrets masked. Headers that carry credentials are never written.
/// </summary>
internal sealed class ExchangeRecorder : IDisposable
{
    private const string Mask = "********";

    private static readonly HashSet<string> SecretFields = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "new_password", "pass_word", "user_passwd", "kafka_manager_password", "redis_password",
        "access_key", "secret_key", "secret", "token", "securitytoken",
    };

    /// <summary>Never written; their values are also masked where a response repeats them.</summary>
    private static readonly string[] SecretHeaders = ["Authorization", "X-Auth-Token", "X-Security-Token"];

    private static readonly string[] RecordedHeaders = ["X-Request-Id", "Retry-After"];

    private readonly object _gate = new();
    private readonly FileStream _file;
    private bool _isClosed;

    public ExchangeRecorder(string path) => _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);

    /// <summary>Writes one line. A failure to write does not affect the response.</summary>
    public void Record(DateTimeOffset time, RequestMessage request, string? operation, ResponseMessage? response)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, JsonText.Options))
            Write(json, time, request, operation, response);
        buffer.WriteByte((byte)'\n');
        lock (_gate)
        {
            if (_isClosed)
                return;
            try
            {
                buffer.WriteTo(_file);
                _file.Flush();
            }
            catch (IOException)
            {
                // For example a full disk.
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            _file.Dispose();
        }
    }

    private static void Write(Utf8JsonWriter json, DateTimeOffset time, RequestMessage request, string? operation, ResponseMessage? response)
    {
        string[] secrets = [.. SecretHeaders.Select(name => request.Headers[name]).OfType<string>().Where(value => value.Length > 0)];
        json.WriteStartObject();
        json.WriteString("time", time);
        json.WriteString("method", request.Method);
        json.WriteString("path", request.Target);
        json.WriteString("operation", operation);
        WriteBody(json, "request", request.Body, secrets);
        json.WriteNumber("status", response?.Status ?? 0);
        if (response is not null)
        {
            WriteBody(json, "response", response.Body, secrets);
            json.WriteStartObject("headers");
            if (response.ContentType is not null)
                json.WriteString("Content-Type", response.ContentType);
            foreach (KeyValuePair<string, string> header in response.Headers)
            {
                if (RecordedHeaders.Contains(header.Key))
                    json.WriteString(header.Key, header.Value);
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, string name, byte[] body, string[] secrets)
    {
        if (body.Length == 0)
            return;
        json.WritePropertyName(name);
        if (Masked(body, secrets) is { } masked)
            json.WriteRawValue(masked, skipInputValidation: true);
        else
            json.WriteStringValue($"({body.Length} bytes that are not JSON)");
    }

    /// <summary>Returns null for a body that is not JSON, because it cannot be searched for secrets.</summary>
    private static byte[]? Masked(byte[] body, string[] secrets)
    {
        try
        {
            // A recording is text: bytes of message content that are not UTF-8 are replaced.
            using JsonDocument document = JsonDocument.Parse(Encoding.UTF8.GetString(body));
            using MemoryStream buffer = new();
            using (Utf8JsonWriter json = new(buffer, JsonText.Options))
                WriteMasked(json, document.RootElement, secrets);
            return buffer.ToArray();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static void WriteMasked(Utf8JsonWriter json, JsonElement element, string[] secrets)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    json.WritePropertyName(property.Name);
                    if (IsSecret(property))
                        json.WriteStringValue(Mask);
                    else
                        WriteMasked(json, property.Value, secrets);
                }
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (JsonElement item in element.EnumerateArray())
                    WriteMasked(json, item, secrets);
                json.WriteEndArray();
                break;
            case JsonValueKind.String when secrets.Length > 0:
                json.WriteStringValue(secrets.Aggregate(element.GetString()!, (text, secret) => text.Replace(secret, Mask)));
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }

    /// <summary>An object with such a name, as in a token request, is not itself the secret but contains it.</summary>
    private static bool IsSecret(JsonProperty property)
        => SecretFields.Contains(property.Name) && property.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null);
}
