namespace HuaweiDms.Transport;

/// <summary>
/// The body of a response. Counts what is read, and rejects a body that never ends, one that ends before its announced length, and a web
/// page in place of a response.
/// </summary>
/// <remarks>.NET Framework does not report a truncated body: its stream just ends.</remarks>
internal sealed class ResponseStream(Stream inner, long limit, long? length) : Stream
{
    /// <summary>The number of bytes at the beginning to keep: more than an error body has.</summary>
    public const int BeginningSize = 1024;

    private readonly byte[] _beginning = new byte[BeginningSize];

    /// <summary>The first bytes that were read.</summary>
    public ReadOnlySpan<byte> Beginning => _beginning.AsSpan(0, (int)Math.Min(Count, BeginningSize));

    /// <summary>The number of bytes read.</summary>
    public long Count { get; private set; }

    /// <summary>Whether anything other than whitespace and a byte order mark was read.</summary>
    public bool HasContent { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = inner.Read(buffer, offset, count);
        Inspect(buffer.AsSpan(offset, read), isEnd: read == 0 && count > 0);
        return read;
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        int read = await inner.ReadOrCancelAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
        Inspect(buffer.AsSpan(offset, read), isEnd: read == 0 && count > 0);
        return read;
    }

#if NET
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Inspect(buffer.Span.Slice(0, read), isEnd: read == 0 && buffer.Length > 0);
        return read;
    }
#endif

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private void Inspect(ReadOnlySpan<byte> read, bool isEnd)
    {
        if (isEnd && Count < length)
            throw new EndOfStreamException(Text.ResponseIsCut);
        if (Count < BeginningSize)
            read.Slice(0, (int)Math.Min(read.Length, BeginningSize - Count)).CopyTo(_beginning.AsSpan((int)Count));
        Count += read.Length;
        if (Count > limit)
            throw new InvalidResponseException(Text.ResponseTooLarge, FailureVerdict.FinalMayHaveActed);
        for (int i = 0; !HasContent && i < read.Length; i++)
        {
            if (read[i] == '<')
                throw new InvalidResponseException(Text.ResponseIsPage, FailureVerdict.MayHaveActed);
            // Whitespace and a byte order mark may come first.
            HasContent = read[i] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF or 0xBB or 0xBF);
        }
    }
}

/// <summary>The response is not one that the service sends.</summary>
internal sealed class InvalidResponseException(string why, FailureVerdict verdict) : IOException(why)
{
    public FailureVerdict Verdict { get; } = verdict;
}
