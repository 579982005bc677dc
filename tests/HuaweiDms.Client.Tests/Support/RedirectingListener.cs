using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>Responds to every connection with a redirect.</summary>
internal sealed class RedirectingListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri _target;

    public RedirectingListener(Uri target)
    {
        _target = target;
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>The address it listens on.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                var stream = client.GetStream();
                _ = await stream.ReadAsync(new byte[8192], _stop.Token);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(
                    $"HTTP/1.1 307 Temporary Redirect\r\nLocation: {_target}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), _stop.Token);
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or IOException or OperationCanceledException)
        {
            // The test has ended.
        }
    }
}
