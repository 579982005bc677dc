using System.Collections.Concurrent;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Reads the lag of groups, and compares what it reads with what it read of the same group before.</summary>
internal sealed class LagReader(IWaitClock clock)
{
    private readonly ConcurrentDictionary<string, (TimeSpan At, IReadOnlyList<ConsumerLag> Lags)> _earlier = new(StringComparer.Ordinal);

    /// <summary>Reads a group and the lag of each of its partitions.</summary>
    /// <exception cref="FailureException">There is no such group.</exception>
    public async Task<(ConsumerGroup Group, IReadOnlyList<ConsumerLag> Lags)> ReadAsync(ItemReference group, CancellationToken stop)
    {
        ConsumerGroup read = await GroupLookup.ReadAsync(group, stop).ConfigureAwait(false);
        TimeSpan now = clock.Elapsed;
        IReadOnlyList<ConsumerLag> lags = ConsumerLag.Of(read);
        if (_earlier.TryGetValue(group.Key, out (TimeSpan At, IReadOnlyList<ConsumerLag> Lags) earlier))
        {
            ILookup<(string?, int?), ConsumerLag> before = earlier.Lags.ToLookup(lag => (lag.Topic, lag.Partition));
            foreach (ConsumerLag lag in lags)
            {
                if (before[(lag.Topic, lag.Partition)].FirstOrDefault() is { } known)
                    lag.Compare(known, now - earlier.At);
            }
        }
        _earlier[group.Key] = (now, lags);
        return (read, lags);
    }
}
