namespace HuaweiDms.Emulator.Hosting;

/// <summary>The service's refusal: a status, a documented code and a message.</summary>
internal sealed class RefusalException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>DCS documents a third field, which is always null.</summary>
    public bool HasExtendedMessage { get; init; }

    public ResponseMessage ToResponse(string requestId) => ResponseMessage.Json(Status, json =>
    {
        json.WriteStartObject();
        json.WriteString("error_code", Code);
        json.WriteString("error_msg", Message);
        if (HasExtendedMessage)
            json.WriteNull("error_ext_msg");
        json.WriteString("request_id", requestId);
        json.WriteEndObject();
    });
}
