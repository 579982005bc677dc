namespace HuaweiDms.Transport;

/// <summary>
/// Who wants to hear of the requests made on the present asynchronous flow. A client is shared by many callers at once,
/// so the listener belongs to the flow and not to the client.
/// </summary>
internal static class RequestLog
{
    private static readonly AsyncLocal<Action<RequestLogEntry>?> Listener = new();

    public static void Write(ApiCall call, HttpResponseMessage? response, SecretEcho echo, TimeSpan elapsed, Exception? failure)
    {
        if (Listener.Value is not { } listener)
            return;
        try
        {
            listener(new RequestLogEntry(
                call.Operation.Method.Method,
                call.Target.PathAndQuery,
                (int?)response?.StatusCode,
                elapsed,
                call.Attempts,
                response is null ? null : FailureReader.RequestId(response, echo),
                failure?.Message));
        }
        catch
        {
            // The call went as it went, and others may wait for it, too: a token is fetched for all on the flow of whoever came first.
        }
    }

    public static IDisposable Listen(Action<RequestLogEntry> listener)
    {
        Action<RequestLogEntry>? before = Listener.Value;
        Listener.Value = listener;
        return new Subscription(before);
    }

    private sealed class Subscription(Action<RequestLogEntry>? before) : IDisposable
    {
        public void Dispose() => Listener.Value = before;
    }
}
