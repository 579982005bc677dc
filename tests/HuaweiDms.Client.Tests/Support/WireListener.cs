using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>Takes requests off a bare socket, so that a test sees the very bytes, and answers each with an empty 200.</summary>
public sealed class WireListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private volatile WireRequest? _last;

    /// <summary>Begins to listen on a free port.</summary>
    public WireListener()
    {
        _listener.Start();
        _loop = Task.Run(AcceptAsync, _stop.Token);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>What came last.</summary>
    public WireRequest Last => _last ?? throw new InvalidOperationException("Nothing has come.");

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        ((IAsyncResult)_loop).AsyncWaitHandle.WaitOne(TimeSpan.FromSeconds(1));
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            await ServeAsync(client.GetStream());
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        var received = new List<byte>();
        var buffer = new byte[8192];
        while (true)
        {
            int end;
            while ((end = EndOfHead(received)) < 0)
            {
                if (!await FillAsync())
                {
                    return;
                }
            }

            var lines = Encoding.Latin1.GetString([.. received.Take(end)]).Split("\r\n");
            var headers = lines.Skip(1).Select(line => line.Split(':', 2)).Select(parts => KeyValuePair.Create(parts[0], parts[1].Trim())).ToList();
            var length = headers.Where(header => header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                .Select(header => int.Parse(header.Value, System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
            received.RemoveRange(0, end + 4);
            while (received.Count < length)
            {
                if (!await FillAsync())
                {
                    return;
                }
            }

            var start = lines[0].Split(' ');
            _last = new(start[0], start[1], headers, [.. received.Take(length)]);
            received.RemoveRange(0, length);
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), _stop.Token);
        }

        async Task<bool> FillAsync()
        {
            var count = await stream.ReadAsync(buffer, _stop.Token);
            received.AddRange(buffer.AsSpan(0, count));
            return count > 0;
        }
    }

    private static int EndOfHead(List<byte> bytes)
    {
        for (var i = 0; i + 3 < bytes.Count; i++)
        {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n')
            {
                return i;
            }
        }

        return -1;
    }
}
