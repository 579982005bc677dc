using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>Takes requests off a bare socket, so that a test sees the very bytes, and answers each: with an empty 200 unless told otherwise.</summary>
public sealed class WireListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly List<WireRequest> _requests = [];
    private readonly Answer _answer;
    private readonly Func<Stream, Task<Stream?>> _open;
    private int _connections;

    /// <summary>Begins to listen on a free port.</summary>
    /// <param name="answer">How a request is answered; an empty 200 where left out.</param>
    /// <param name="open">What becomes of a new connection before anything is read: it may be wrapped in TLS, or reset by giving null.</param>
    public WireListener(Answer? answer = null, Func<Stream, Task<Stream?>>? open = null)
    {
        _answer = answer ?? ((connection, _) => connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        _open = open ?? (stream => Task.FromResult<Stream?>(stream));
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Answers a request.</summary>
    /// <param name="connection">Where to.</param>
    /// <param name="number">The how manieth request of the connection it is, from 1 on.</param>
    public delegate Task Answer(Connection connection, int number);

    /// <summary>Where it listens.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>How often somebody connected.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>The requests that came in whole, in order.</summary>
    public IReadOnlyList<WireRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>What came last.</summary>
    public WireRequest Last => Requests is [.., var last] ? last : throw new InvalidOperationException("Nothing has come.");

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
            {
                _ = ServeAsync(await _listener.AcceptSocketAsync(_stop.Token), _stop.Token);
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket socket, CancellationToken stop)
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

                Connection connection = new(socket, stream, stop);
                for (var number = 1; await connection.ReadAsync() is { } request; number++)
                {
                    lock (_gate)
                    {
                        _requests.Add(request);
                    }

                    await _answer(connection, number);
                }
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or IOException or OperationCanceledException or AuthenticationException)
        {
            // The client has gone or does not trust us, or the test is over.
        }
    }

    /// <summary>One connection, as the listener has it.</summary>
    public sealed class Connection(Socket socket, Stream stream, CancellationToken stop)
    {
        private readonly List<byte> _received = [];

        /// <summary>Sends a text as it is.</summary>
        public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

        /// <summary>Sends bytes as they are.</summary>
        public async Task SendAsync(byte[] bytes) => await stream.WriteAsync(bytes, stop);

        /// <summary>Sends a whole answer with a JSON body.</summary>
        public Task SendJsonAsync(string json)
            => SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

        /// <summary>Ends the connection in order.</summary>
        public void Close()
        {
            socket.Shutdown(SocketShutdown.Both);
            socket.Close();
        }

        /// <summary>Ends it with a reset.</summary>
        public void Reset() => socket.Close(timeout: 0);

        /// <summary>The next request, whole; null when the client has gone.</summary>
        public async Task<WireRequest?> ReadAsync()
        {
            int end;
            while ((end = EndOfHead()) < 0)
            {
                if (!await FillAsync())
                    return null;
            }

            var lines = Encoding.Latin1.GetString([.. _received.Take(end)]).Split("\r\n");
            var headers = lines.Skip(1).Select(line => line.Split(':', 2)).Select(parts => KeyValuePair.Create(parts[0], parts[1].Trim())).ToList();
            var length = headers.Where(header => header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                .Select(header => int.Parse(header.Value, System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
            _received.RemoveRange(0, end + 4);
            while (_received.Count < length)
            {
                if (!await FillAsync())
                    return null;
            }

            var start = lines[0].Split(' ');
            WireRequest request = new(start[0], start[1], headers, [.. _received.Take(length)]);
            _received.RemoveRange(0, length);
            return request;
        }

        private async Task<bool> FillAsync()
        {
            var buffer = new byte[8192];
            var count = await stream.ReadAsync(buffer, stop);
            _received.AddRange(buffer.AsSpan(0, count));
            return count > 0;
        }

        private int EndOfHead()
        {
            for (var i = 0; i + 3 < _received.Count; i++)
            {
                if (_received[i] == '\r' && _received[i + 1] == '\n' && _received[i + 2] == '\r' && _received[i + 3] == '\n')
                    return i;
            }

            return -1;
        }
    }
}
