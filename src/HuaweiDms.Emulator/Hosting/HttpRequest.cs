namespace HuaweiDms.Emulator.Hosting;

/// <summary>A request from a socket, and whether the connection stays open for another.</summary>
internal sealed class HttpRequest(RequestMessage message, bool keepAlive)
{
    public RequestMessage Message { get; } = message;

    public bool KeepAlive { get; } = keepAlive;
}
