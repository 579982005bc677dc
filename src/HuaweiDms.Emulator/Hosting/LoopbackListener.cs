using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>Listens on 127.0.0.1 only: the emulator serves programs on the same computer.</summary>
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

    /// <summary>Refuses new connections and closes the open ones: idle ones immediately, the others after their response.</summary>
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
                // The client disconnected before it was accepted, the listener stopped, or no sockets are left; in the last case,
                // retrying immediately would not help.
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
