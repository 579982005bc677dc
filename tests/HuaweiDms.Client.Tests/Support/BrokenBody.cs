using System.Net.Sockets;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>A response body that returns its beginning, optionally byte by byte, and then breaks, stalls or ends.</summary>
internal sealed class BrokenBody(byte[] beginning, BrokenBody.End end, int chunk = int.MaxValue) : Stream
{
    private int _position;

    /// <summary>Whether it has been disposed.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>How a body ends.</summary>
    public enum End
    {
        /// <summary>Normally.</summary>
        Whole,

        /// <summary>The connection is lost.</summary>
        Broken,

        /// <summary>The network is unreachable; before a response that would mean that nothing was sent.</summary>
        Unreachable,

        /// <summary>The body is not compressed as announced.</summary>
        Unpackable,

        /// <summary>No more data until the reader gives up.</summary>
        Stalled,

        /// <summary>No more data, and giving up is reported as a lost connection, as on .NET Framework.</summary>
        StalledThenBroken,
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => _position; set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = Math.Min(Math.Min(chunk, buffer.Length), beginning.Length - _position);
        if (count > 0)
        {
            beginning.AsSpan(_position, count).CopyTo(buffer.Span);
            _position += count;
            return count;
        }
        switch (end)
        {
            case End.Broken:
                throw new IOException("The response ended prematurely.");
            case End.Unreachable:
                throw new IOException("Unable to read data from the transport connection", new SocketException((int)SocketError.NetworkUnreachable));
            case End.Unpackable:
                throw new InvalidDataException("The archive entry was compressed using an unsupported compression method.");
            case End.Stalled or End.StalledThenBroken:
                await Waiting.ForeverAsync(end == End.Stalled ? null : new IOException("The request was aborted."), cancellationToken);
                return 0;
            default:
                return 0;
        }
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("A response is read asynchronously.");

    /// <inheritdoc/>
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        IsClosed = true;
        base.Dispose(disposing);
    }
}
