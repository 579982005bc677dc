using System.Net.Sockets;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>A client connection. Requests are read and answered one after the other, even if they arrive together.</summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly object _gate = new();
    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly Gateway _gateway;
    private readonly CancellationTokenSource _stopping = new();
    private bool _isIdle = true;
    private bool _isStopped;
    private bool _isDisposed;

    public HttpConnection(Socket socket, Gateway gateway)
    {
        _socket = socket;
        _socket.NoDelay = true;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _gateway = gateway;
    }

    public async Task RunAsync()
    {
        HttpRequestReader reader = new(_stream);
        try
        {
            while (await ServeOneAsync(reader).ConfigureAwait(false))
            {
                // Continue with the next request of the same client.
            }
        }
        catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client disconnected, or the emulator stops.
        }
    }

    /// <summary>Closes the connection: immediately if it is idle, otherwise after the response in progress.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            if (_isDisposed)
                return;
            _isStopped = true;
            if (_isIdle)
                _stream.Dispose();
            _stopping.Cancel();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _stream.Dispose();
            _socket.Dispose();
            _stopping.Dispose();
        }
    }

    private async Task<bool> ServeOneAsync(HttpRequestReader reader)
    {
        HttpRequest request;
        try
        {
            if (!await reader.WaitAsync().ConfigureAwait(false) || !TryBegin())
                return false;
            request = await reader.ReadAsync().ConfigureAwait(false);
        }
        catch (BadRequestException error)
        {
            // Anything after a malformed request cannot be trusted to start a new one.
            await HttpResponseWriter.WriteAsync(_stream, error.ToResponse(), isHead: false, keepAlive: false).ConfigureAwait(false);
            await DrainAsync().ConfigureAwait(false);
            return false;
        }
        Delivery delivery = await _gateway.HandleAsync(request.Message, CancellationToken.None).ConfigureAwait(false);
        bool keepAlive = request.KeepAlive && !Volatile.Read(ref _isStopped);
        return await DeliverAsync(delivery, request.Message.Method == "HEAD", keepAlive).ConfigureAwait(false) && TryEnd();
    }

    private async Task<bool> DeliverAsync(Delivery delivery, bool isHead, bool keepAlive)
    {
        if (delivery.Response is not { } response)
        {
            // With a linger time of 0, closing sends a reset instead of an orderly end.
            _socket.LingerState = new LingerOption(enable: true, seconds: 0);
            _socket.Close();
            return false;
        }
        if (delivery.Breaks is null)
        {
            await HttpResponseWriter.WriteAsync(_stream, response, isHead, keepAlive).ConfigureAwait(false);
            return keepAlive;
        }
        await HttpResponseWriter.WriteHalfAsync(_stream, response, isHead).ConfigureAwait(false);
        if (delivery.Breaks == FaultAction.Stall)
            await WaitForClientToLeaveAsync().ConfigureAwait(false);
        return false;
    }

    private async Task WaitForClientToLeaveAsync()
    {
        byte[] rest = new byte[256];
        using CancellationTokenRegistration closing = _stopping.Token.Register(_stream.Dispose);
        while (await _stream.ReadAsync(rest, 0, rest.Length, CancellationToken.None).ConfigureAwait(false) > 0)
        {
            // Ignore further data.
        }
    }

    /// <summary>
    /// Reads the rest of the input for a moment. Closing a socket with unread bytes sends a reset, and the client could lose the
    /// error response.
    /// </summary>
    private async Task DrainAsync()
    {
        _socket.Shutdown(SocketShutdown.Send);
        byte[] rest = new byte[4096];
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        limit.CancelAfter(TimeSpan.FromSeconds(1));
        using CancellationTokenRegistration closing = limit.Token.Register(_stream.Dispose);
        while (await _stream.ReadAsync(rest, 0, rest.Length, CancellationToken.None).ConfigureAwait(false) > 0)
        {
            // Discard the data.
        }
    }

    /// <summary>Marks that a request has begun to arrive.</summary>
    private bool TryBegin()
    {
        lock (_gate)
        {
            _isIdle = false;
            return !_isStopped;
        }
    }

    /// <summary>Marks that a request has been answered and the next one can follow.</summary>
    private bool TryEnd()
    {
        lock (_gate)
        {
            _isIdle = true;
            return !_isStopped;
        }
    }
}
