namespace HuaweiDms.Emulator.Hosting;

/// <summary>The data received on a connection is not a valid HTTP request.</summary>
internal sealed class BadRequestException(int status, string reason) : Exception(reason)
{
    public ResponseMessage ToResponse() => new ApiErrorException(status, "APIGW.0001", Message).ToResponse(requestId: string.Empty);
}
