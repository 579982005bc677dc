using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>
/// Reads requests from a bare socket, so that a test sees the actual bytes, and responds with an empty 200 unless told otherwise.
/// </summary>
public sealed class WireListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly List<WireRequest> _requests = [];
    private readonly Response _response;
    private readonly Func<Stream, Task<Stream?>> _open;
    private int _connections;

    /// <summary>Starts listening on a free port.</summary>
    /// <param name="response">Responds to a request; if omitted, with an empty 200.</param>
    /// <param name="open">Prepares a new connection before anything is read: may wrap it in TLS, or return null to reset it.</param>
    public WireListener(Response? response = null, Func<Stream, Task<Stream?>>? open = null)
    {
        _response = response ?? ((connection, _) => connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        _open = open ?? (stream => Task.FromResult<Stream?>(stream));
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Returns a client that connects to a listener directly, even if the environment of the test run defines a proxy.</summary>
    public static HttpClient CreateClient() => new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>Starts a listener that responds to every request with a redirect and closes the connection.</summary>
    public static WireListener RedirectingTo(Uri target, int status = 307)
        => new(SendAndClose($"HTTP/1.1 {status} Elsewhere\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n"));

    /// <summary>Returns a response that is sent unchanged, after which the connection is closed.</summary>
    public static Response SendAndClose(string text) => async (connection, _) =>
    {
        await connection.SendAsync(text);
        connection.Close();
    };

    /// <summary>Responds to a request.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="number">The number of the request on the connection, starting at 1.</param>
    public delegate Task Response(Connection connection, int number);

    /// <summary>The address it listens on.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The number of connections.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>The complete requests, in order.</summary>
    public IReadOnlyList<WireRequest> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    /// <summary>The last request.</summary>
    public WireRequest Last => Requests is [.., var last] ? last : throw new InvalidOperationException("No request has arrived.");

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptSocketAsync(_stop.Token), _stop.Token);
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The test has ended.
        }
    }

    private async Task ServeAsync(Socket socket, CancellationToken cancellationToken)
    {
        try
        {
            using (socket)
            await using (NetworkStream bare = new(socket))
            {
                Interlocked.Increment(ref _connections);
                if (await _open(bare) is not { } stream)
                {
                    socket.Close(timeout: 0);
                    return;
                }
                Connection connection = new(socket, stream, cancellationToken);
                for (int number = 1; await connection.ReadAsync() is { } request; number++)
                {
                    lock (_gate)
                        _requests.Add(request);
                    await _response(connection, number);
                }
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or IOException or OperationCanceledException or AuthenticationException)
        {
            // The client has disconnected or does not trust the certificate, or the test has ended.
        }
    }

    /// <summary>A connection, from the side of the listener.</summary>
    public sealed class Connection(Socket socket, Stream stream, CancellationToken cancellationToken)
    {
        private readonly List<byte> _received = [];

        /// <summary>Sends a text unchanged.</summary>
        public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

        /// <summary>Sends bytes unchanged.</summary>
        public async Task SendAsync(byte[] bytes) => await stream.WriteAsync(bytes, cancellationToken);

        /// <summary>Sends a complete response with a JSON body.</summary>
        public Task SendJsonAsync(string json)
            => SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

        /// <summary>Closes the connection normally.</summary>
        public void Close()
        {
            socket.Shutdown(SocketShutdown.Both);
            socket.Close();
        }

        /// <summary>Resets the connection.</summary>
        public void Reset() => socket.Close(timeout: 0);

        /// <summary>Reads the next request; returns null if the client has disconnected.</summary>
        public async Task<WireRequest?> ReadAsync()
        {
            int end;
            while ((end = EndOfHead()) < 0)
            {
                if (!await FillAsync())
                    return null;
            }
            string[] lines = Encoding.Latin1.GetString([.. _received.Take(end)]).Split("\r\n");
            List<KeyValuePair<string, string>> headers = lines.Skip(1).Select(line => line.Split(':', 2)).Select(parts => KeyValuePair.Create(parts[0], parts[1].Trim())).ToList();
            int length = headers.Where(header => header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                .Select(header => int.Parse(header.Value, System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
            _received.RemoveRange(0, end + 4);
            while (_received.Count < length)
            {
                if (!await FillAsync())
                    return null;
            }
            string[] start = lines[0].Split(' ');
            WireRequest request = new(start[0], start[1], headers, [.. _received.Take(length)]);
            _received.RemoveRange(0, length);
            return request;
        }

        private async Task<bool> FillAsync()
        {
            byte[] buffer = new byte[8192];
            int count = await stream.ReadAsync(buffer, cancellationToken);
            _received.AddRange(buffer.AsSpan(0, count));
            return count > 0;
        }

        private int EndOfHead()
        {
            for (int i = 0; i + 3 < _received.Count; i++)
            {
                if (_received[i] == '\r' && _received[i + 1] == '\n' && _received[i + 2] == '\r' && _received[i + 3] == '\n')
                    return i;
            }
            return -1;
        }
    }
}
