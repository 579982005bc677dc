using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace HuaweiDms.Transport;

/// <summary>
/// Lets calls pass one by one with at least some time between two: the service limits some calls, and whoever makes them in
/// many runspaces of a process must not have to know.
/// </summary>
/// <param name="time">The time it goes by.</param>
#pragma warning disable CA1001 // A gate lives as long as the process.
internal sealed class RateGate(TimeProvider time)
#pragma warning restore CA1001
{
    /// <summary>The gates of the process. Those on another clock, as tests have one, are others.</summary>
    private static readonly ConditionalWeakTable<TimeProvider, ConcurrentDictionary<string, RateGate>> Gates = new();

    private readonly SemaphoreSlim _turn = new(1, 1);
    private long? _lastEnd;

    /// <summary>The gate of a name, shared by everybody in the process.</summary>
    public static RateGate Of(string name, TimeProvider time)
        => Gates.GetValue(time, _ => new(StringComparer.OrdinalIgnoreCase)).GetOrAdd(name, _ => new RateGate(time));

    /// <summary>
    /// Makes a call when its turn has come. The interval begins with the end of the call before: how often that one was
    /// repeated, and when for the last time, nobody outside it knows.
    /// </summary>
    /// <param name="interval">The least time since the call before.</param>
    /// <param name="call">The call.</param>
    /// <param name="stop">Ends the waiting.</param>
    public async Task<T> PassAsync<T>(TimeSpan interval, Func<Task<T>> call, CancellationToken stop)
    {
        await _turn.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            // Timers take whole milliseconds, leave the rest away, and may come early by one or two.
            while (_lastEnd is { } end && interval - time.GetElapsedTime(end) is { Ticks: > 0 } left)
                await DelayAsync(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), stop).ConfigureAwait(false);
            try
            {
                return await call().ConfigureAwait(false);
            }
            finally
            {
                _lastEnd = time.GetTimestamp();
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private Task DelayAsync(TimeSpan left, CancellationToken stop)
#if NET
        => Task.Delay(left, time, stop);
#else
        => time.Delay(left, stop);
#endif
}
