using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HuaweiDms.Bench.Server;

/// <summary>The subset of HTTP/1.1 that a well-behaved client needs: persistent connections and bodies with a length.</summary>
internal sealed class Listener
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly TimeSpan _latency;
    private int _requests;

    public Listener(TimeSpan latency)
    {
        _latency = latency;
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _socket.Listen(512);
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket connection = await _socket.AcceptAsync();
            connection.NoDelay = true;
            _ = ServeAsync(connection);
        }
    }

    private async Task ServeAsync(Socket connection)
    {
        byte[] buffer = new byte[64 * 1024];
        int filled = 0;
        using (connection)
        {
            while (true)
            {
                int received = await connection.ReceiveAsync(buffer.AsMemory(filled));
                if (received == 0)
                    return;
                filled += received;
                int end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8) + 4;
                if (end < 4 || end + BodyLength(buffer.AsSpan(0, end)) > filled)
                    continue;
                filled = 0;
                byte[] response = Respond(Encoding.ASCII.GetString(buffer, 0, buffer.AsSpan().IndexOf("\r"u8)));
                if (_latency > TimeSpan.Zero)
                    await Task.Delay(_latency);
                await connection.SendAsync(response);
            }
        }
    }

    /// <summary>The response to a request line. <c>GET /requests</c> returns the number of requests since it was last called.</summary>
    private byte[] Respond(string requestLine)
    {
        string[] words = requestLine.Split(' ');
        if (words[1] == "/requests")
            return Responses.Ok(Interlocked.Exchange(ref _requests, 0).ToString());
        Interlocked.Increment(ref _requests);
        return Responses.To(words[0], words[1]);
    }

    private static int BodyLength(ReadOnlySpan<byte> head)
    {
        int at = head.IndexOf("\r\nContent-Length: "u8);
        return at >= 0 && Utf8Parser.TryParse(head[(at + 18)..], out int length, out _) ? length : 0;
    }
}
