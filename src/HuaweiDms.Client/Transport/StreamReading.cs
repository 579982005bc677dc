namespace HuaweiDms.Transport;

/// <summary>Reading that ends when it is called off.</summary>
internal static class StreamReading
{
#if NET
    public static Task<int> ReadOrStopAsync(this Stream stream, byte[] buffer, int offset, int count, CancellationToken stop)
        => stream.ReadAsync(buffer, offset, count, stop);
#else
    private const int LargestPart = 16 * 1024;

    /// <summary>
    /// The streams of .NET Framework look at the token only before they begin to read. Whoever waits is let go all the same; what
    /// still comes then goes into a buffer of its own, because the caller's may be in other hands by that time.
    /// </summary>
    public static async Task<int> ReadOrStopAsync(this Stream stream, byte[] buffer, int offset, int count, CancellationToken stop)
    {
        byte[] own = new byte[Math.Min(count, LargestPart)];
        TaskCompletionSource<int> stopped = new();
        using (stop.Register(() => stopped.TrySetCanceled(stop)))
        {
            Task<int> first = await Task.WhenAny(stream.ReadAsync(own, 0, own.Length, stop), stopped.Task).ConfigureAwait(false);
            int read = await first.ConfigureAwait(false);
            Buffer.BlockCopy(own, 0, buffer, offset, read);
            return read;
        }
    }
#endif
}
