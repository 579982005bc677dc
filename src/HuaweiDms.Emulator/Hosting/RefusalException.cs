using System.Text.Json;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>The service's refusal: a status, a documented code and a message.</summary>
internal sealed class RefusalException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>DCS documents a third field, which is always null.</summary>
    public bool HasExtendedMessage { get; init; }

    /// <summary>The topic of many that the refusal is about, which then stands in the answer.</summary>
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
