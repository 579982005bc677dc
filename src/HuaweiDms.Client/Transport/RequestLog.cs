namespace HuaweiDms.Transport;

/// <summary>
/// The listener for the requests of the current asynchronous flow. Several callers share a client, so the listener belongs to the flow and
/// not to the client.
/// </summary>
internal static class RequestLog
{
    private static readonly AsyncLocal<Action<RequestLogEntry>?> Listener = new();

    public static void Write(ApiCall call, HttpResponseMessage? response, SecretRedactor redactor, TimeSpan elapsed, Exception? failure)
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
                response is null ? null : FailureReader.RequestId(response, redactor),
                failure?.Message));
        }
        catch
        {
            // A failing listener must not affect the call, for which others may be waiting: the flow of the first caller obtains the token
            // for all.
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
