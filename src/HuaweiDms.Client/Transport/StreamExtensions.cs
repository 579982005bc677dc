namespace HuaweiDms.Transport;

/// <summary>Reads a stream with cancellation that takes effect immediately.</summary>
internal static class StreamExtensions
{
#if NET
    public static Task<int> ReadOrCancelAsync(this Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => stream.ReadAsync(buffer, offset, count, cancellationToken);
#else
    private const int LargestPart = 16 * 1024;

    /// <summary>
    /// The streams of .NET Framework check the token only before they start to read. Stops waiting on cancellation; data that arrives later
    /// goes to a separate buffer, because the caller may have reused its own.
    /// </summary>
    public static async Task<int> ReadOrCancelAsync(this Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        byte[] own = new byte[Math.Min(count, LargestPart)];
        // The thread that cancels must not run what follows.
        TaskCompletionSource<int> stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.Register(() => stopped.TrySetCanceled(cancellationToken)))
        {
            Task<int> first = await Task.WhenAny(stream.ReadAsync(own, 0, own.Length, cancellationToken), stopped.Task).ConfigureAwait(false);
            int read = await first.ConfigureAwait(false);
            Buffer.BlockCopy(own, 0, buffer, offset, read);
            return read;
        }
    }
#endif
}
