using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>Listens on 127.0.0.1 only: the emulator is for the programs of this computer.</summary>
internal sealed class LoopbackListener : IDisposable
{
    private readonly Gateway _gateway;
    private readonly TcpListener _listener;
    private readonly ConcurrentDictionary<HttpConnection, bool> _connections = new();
    private volatile bool _isStopped;

    public LoopbackListener(Gateway gateway, int port)
    {
        _gateway = gateway;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start(backlog: 512);
        Endpoint = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _ = Task.Run(AcceptAsync);
    }

    public Uri Endpoint { get; }

    /// <summary>Refuses new connections, closes idle ones at once and the others after their answer.</summary>
    public void Dispose()
    {
        _isStopped = true;
        _listener.Stop();
        foreach (HttpConnection connection in _connections.Keys)
            connection.Stop();
    }

    private async Task AcceptAsync()
    {
        while (!_isStopped)
        {
            try
            {
                Socket socket = await _listener.AcceptSocketAsync().ConfigureAwait(false);
                _ = Task.Run(() => ServeAsync(socket));
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // A client that was gone before it was accepted, or the end of listening; or no more sockets, and then haste would not help.
                await Task.Delay(TimeSpan.FromMilliseconds(10)).ConfigureAwait(false);
            }
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using HttpConnection connection = new(socket, _gateway);
        _connections[connection] = true;
        if (_isStopped)
            connection.Stop();
        try
        {
            await connection.RunAsync().ConfigureAwait(false);
        }
        finally
        {
            _connections.TryRemove(connection, out _);
        }
    }
}
