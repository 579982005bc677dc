namespace HuaweiDms.Emulator.Hosting;

/// <summary>A request from a socket, and whether another may follow.</summary>
internal sealed class HttpRequest(RequestMessage message, bool keepAlive)
{
    public RequestMessage Message { get; } = message;

    public bool KeepAlive { get; } = keepAlive;
}
