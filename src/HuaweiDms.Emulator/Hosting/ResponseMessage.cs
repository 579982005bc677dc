using System.Text.Json;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>A response before it is sent.</summary>
internal sealed class ResponseMessage(int status, byte[] body, string? contentType)
{
    public int Status { get; } = status;

    public byte[] Body { get; } = body;

    public string? ContentType { get; } = contentType;

    public HeaderList Headers { get; } = new();

    public static ResponseMessage NoContent() => new(204, [], null);

    /// <summary>A response without content that nevertheless has the status 200.</summary>
    public static ResponseMessage Empty() => new(200, [], null);

    public static ResponseMessage Json(int status, Action<Utf8JsonWriter> write)
    {
        using MemoryStream buffer = new(1024);
        using (Utf8JsonWriter writer = new(buffer, JsonText.Options))
            write(writer);
        return new(status, buffer.ToArray(), "application/json");
    }

    /// <summary>A response with a JSON object.</summary>
    public static ResponseMessage Object(int status, Action<Utf8JsonWriter> write) => Json(status, json =>
    {
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
    });

    public ResponseMessage With(string header, string value)
    {
        Headers.Add(header, value);
        return this;
    }
}
