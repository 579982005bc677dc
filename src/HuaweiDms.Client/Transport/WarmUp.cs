#if NET
using System.Text.Json;
using HuaweiDms.Json;

namespace HuaweiDms.Transport;

/// <summary>
/// Compiles the code of the first call and builds its tables on another thread while the caller is busy, which accounts for most of the
/// time of a first call. It makes a call over a fake connection, a stream that contains a response; nothing is sent.
/// </summary>
internal static class WarmUp
{
    private static readonly byte[] Response
        = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 35\r\n\r\n"u8.ToArray();

    private static readonly byte[] Body = """{"instances":[{}],"instance_num":1}"""u8.ToArray();

    private static int _started;

    /// <summary>Starts once per process and returns immediately.</summary>
    public static void Start()
    {
        // Leave the few threads of the pool to the caller.
        if (Environment.ProcessorCount > 1 && Interlocked.Exchange(ref _started, 1) == 0)
            new Thread(static () => _ = RunAsync()) { IsBackground = true, Name = "HuaweiDms.WarmUp" }.UnsafeStart();
    }

    /// <summary>Runs a complete call.</summary>
    /// <returns>The number of objects in the response.</returns>
    internal static async Task<int> RunAsync()
    {
        // The caller needs its connection first and the response last, so start with the response.
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

    private sealed class CannedConnection() : MemoryStream([.. Response, .. Body])
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => default;
    }
}
#endif
