namespace HuaweiDms.Emulator.Hosting;

/// <summary>A response and how it reaches the client: whole, in half, or not at all.</summary>
internal readonly struct Delivery(ResponseMessage? response, FaultAction? breaks)
{
    /// <summary>The response; null if the connection is reset instead.</summary>
    public ResponseMessage? Response { get; } = response;

    /// <summary>How the connection breaks; null if it does not.</summary>
    public FaultAction? Breaks { get; } = breaks;
}
