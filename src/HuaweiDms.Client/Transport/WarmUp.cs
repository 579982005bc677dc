#if NET
using System.Text.Json;
using HuaweiDms.Json;

namespace HuaweiDms.Transport;

/// <summary>
/// Has the first call's code compiled and its tables built on a thread that is free, while the caller is busy with other
/// things: most of what a first call takes. A call is made to nobody, over a connection that is a stream with an answer in it.
/// </summary>
internal static class WarmUp
{
    private static readonly byte[] Answer
        = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 35\r\n\r\n"u8.ToArray();

    private static readonly byte[] Body = """{"instances":[{}],"instance_num":1}"""u8.ToArray();

    private static int _started;

    /// <summary>Once for the process; returns at once.</summary>
    public static void Start()
    {
        // The pool's few threads are for the caller.
        if (Environment.ProcessorCount > 1 && Interlocked.Exchange(ref _started, 1) == 0)
            new Thread(static () => _ = RunAsync()) { IsBackground = true, Name = "HuaweiDms.WarmUp" }.UnsafeStart();
    }

    /// <summary>The whole way of a call.</summary>
    /// <returns>How many objects the answer held.</returns>
    internal static async Task<int> RunAsync()
    {
        // The caller will come to its connection first and to its answer last, so the answer is begun with.
        JsonSerializer.Deserialize(Body, ServiceJsonContext.Default.InstanceList);

        using AccessKeyCredential credential = new("none", Secret.From("none"));
        DmsClientOptions options = new() { Credential = credential, ProjectId = "none", Endpoint = new Uri("http://127.0.0.1"), RetryCount = 1 };
        using SocketsHttpHandler handler = ConnectionHandler.Create(options);
        handler.ConnectCallback = static (_, _) => new(new CannedConnection());
        options.Handler = handler;
        using DmsClient client = new(options);
        int count = 0;
        await foreach (Instance _ in client.Instances.List().ConfigureAwait(false))
            count++;
        return count;
    }

    private sealed class CannedConnection() : MemoryStream([.. Answer, .. Body])
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => default;
    }
}
#endif
