namespace HuaweiDms.Emulator.Hosting;

/// <summary>A response body that breaks off halfway: with an error, or by sending nothing more.</summary>
internal sealed class BrokenStream(byte[] body, FaultAction action) : Stream
{
    private readonly CancellationTokenSource _closed = new();
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int size = Math.Min(count, (body.Length / 2) - _position);
        if (size > 0)
        {
            Array.Copy(body, _position, buffer, offset, size);
            _position += size;
            return size;
        }
        if (action == FaultAction.Stall)
            _closed.Token.WaitHandle.WaitOne();
        throw new IOException("The response ended prematurely.");
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        if (action == FaultAction.Stall && _position >= body.Length / 2)
        {
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closed.Token);
            await Task.Delay(Timeout.Infinite, either.Token).ConfigureAwait(false);
        }
        return Read(buffer, offset, count);
    }

#if NET
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        byte[] part = new byte[buffer.Length];
        int size = await ReadAsync(part, 0, part.Length, cancellationToken).ConfigureAwait(false);
        part.AsSpan(0, size).CopyTo(buffer.Span);
        return size;
    }
#endif

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _closed.Cancel();
        base.Dispose(disposing);
    }
}
