using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace HuaweiDms.Transport;

/// <summary>
/// Lets calls pass one at a time with a minimum interval: the service limits the rate of some calls, and callers in several runspaces of a
/// process need not coordinate.
/// </summary>
/// <param name="time">The clock.</param>
#pragma warning disable CA1001 // A gate lives as long as the process.
internal sealed class RateGate(TimeProvider time)
#pragma warning restore CA1001
{
    /// <summary>The gates of the process, by clock; tests use their own clock.</summary>
    private static readonly ConditionalWeakTable<TimeProvider, ConcurrentDictionary<string, RateGate>> Gates = new();

    private readonly SemaphoreSlim _turn = new(1, 1);
    private long? _lastEnd;

    /// <summary>Returns the gate of a name, which is shared within the process.</summary>
    public static RateGate Of(string name, TimeProvider time)
        => Gates.GetValue(time, _ => new(StringComparer.OrdinalIgnoreCase)).GetOrAdd(name, _ => new RateGate(time));

    /// <summary>
    /// Makes a call when its turn has come. The interval starts at the end of the previous call, because the time of its last attempt is
    /// not known here.
    /// </summary>
    /// <param name="interval">The minimum time since the previous call.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    public async Task<T> PassAsync<T>(TimeSpan interval, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Timers truncate to whole milliseconds and may fire one or two milliseconds early.
            while (_lastEnd is { } end && interval - time.GetElapsedTime(end) is { Ticks: > 0 } left)
                await DelayAsync(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), cancellationToken).ConfigureAwait(false);
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

    private Task DelayAsync(TimeSpan left, CancellationToken cancellationToken)
#if NET
        => Task.Delay(left, time, cancellationToken);
#else
        => time.Delay(left, cancellationToken);
#endif
}
