using System.Text.Json;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>Operations of the emulator itself, without credentials: health, reset and the request log. They are not logged.</summary>
internal sealed class ControlEndpoints(DmsEmulator emulator)
{
    private const string Prefix = "/_emulator/";

    /// <summary>Responds to the request; null if it is for the service.</summary>
    public ResponseMessage? Respond(RequestMessage request)
    {
        // The endpoint ends with a slash, so "$endpoint/_emulator/health" begins with two.
        string path = request.Path.StartsWith("/" + Prefix, StringComparison.Ordinal) ? request.Path.Substring(1) : request.Path;
        if (!path.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        return (request.Method, path.Substring(Prefix.Length)) switch
        {
            ("GET" or "HEAD", "health") => ResponseMessage.Object(200, WriteHealth),
            ("GET" or "HEAD", "requests") => ResponseMessage.Object(200, WriteRequests),
            ("POST", "reset") => Reset(),
            _ => GatewayErrors.NoSuchApi(request.Method, request.Path).ToResponse(requestId: string.Empty),
        };
    }

    private ResponseMessage Reset()
    {
        emulator.Reset();
        return ResponseMessage.NoContent();
    }

    private void WriteHealth(Utf8JsonWriter json)
    {
        json.WriteString("status", "ok");
        json.WriteString("region", emulator.Region);
        json.WriteString("project_id", emulator.ProjectId);
    }

    private void WriteRequests(Utf8JsonWriter json) => json.WriteObjects("requests", emulator.Requests, request =>
    {
        json.WriteString("time", request.Time);
        json.WriteString("method", request.Method);
        json.WriteString("path", request.Path);
        json.WriteString("operation", request.Operation);
        json.WriteNumber("status", request.StatusCode);
        json.WriteBoolean("changing", request.Changing);
        json.WriteString("fault", request.Fault);
        json.WriteNumber("duration_ms", request.DurationMs);
    });
}
