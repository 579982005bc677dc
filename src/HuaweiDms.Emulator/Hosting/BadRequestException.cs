namespace HuaweiDms.Emulator.Hosting;

/// <summary>What arrived on a connection is not a request that can be read.</summary>
internal sealed class BadRequestException(int status, string reason) : Exception(reason)
{
    public ResponseMessage ToResponse() => new RefusalException(status, "APIGW.0001", Message).ToResponse(requestId: string.Empty);
}
