using System.Text.Json;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>An error response of the service: a status, an error code and a message.</summary>
internal sealed class ApiErrorException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>Whether to write the third field that DCS documents, which is always null.</summary>
    public bool HasExtendedMessage { get; init; }

    /// <summary>The topic that caused the error, for responses that name it.</summary>
    public string? FailedTopic { get; init; }

    public ResponseMessage ToResponse(string requestId) => ResponseMessage.Object(Status, json =>
    {
        json.WriteString("error_code", Code);
        json.WriteString("error_msg", Message);
        if (HasExtendedMessage)
            json.WriteNull("error_ext_msg");
        if (FailedTopic is not null)
            WriteFailedTopic(json);
        json.WriteString("request_id", requestId);
    });

    private void WriteFailedTopic(Utf8JsonWriter json) => json.WriteObjects("failed_topics", [FailedTopic], topic =>
    {
        json.WriteString("id", topic);
        json.WriteBoolean("success", value: false);
        json.WriteString("error_msg", Message);
    });
}
