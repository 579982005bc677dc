namespace HuaweiDms.Emulator.Hosting;

/// <summary>An answer and how it is to reach the client: whole, in half, or not at all.</summary>
internal readonly struct Delivery(ResponseMessage? response, FaultAction? breaks)
{
    /// <summary>Null when the connection is reset instead.</summary>
    public ResponseMessage? Response { get; } = response;

    /// <summary>How the connection breaks; null when it does not.</summary>
    public FaultAction? Breaks { get; } = breaks;
}
