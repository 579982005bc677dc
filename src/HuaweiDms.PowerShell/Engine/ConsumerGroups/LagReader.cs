using System.Collections.Concurrent;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Reads the lag of groups and compares it with an earlier reading of the same group. Rates are calculated with the connection's
/// clock.
/// </summary>
/// <param name="span">
/// The minimum interval to compare across: consumers commit every few seconds, and more frequent readings would show them as idle
/// in between. By default, the previous reading is used.
/// </param>
internal sealed class LagReader(TimeSpan span = default)
{
    private readonly ConcurrentDictionary<string, Queue<(TimeSpan At, IReadOnlyList<ConsumerLag> Lags)>> _earlier = new(StringComparer.Ordinal);

    /// <summary>Reads a group and the lag of each of its partitions. Reads of the same group do not overlap.</summary>
    /// <exception cref="FailureException">The group does not exist.</exception>
    public async Task<(ConsumerGroup Group, IReadOnlyList<ConsumerLag> Lags)> ReadAsync(ItemReference group, CancellationToken cancellationToken)
    {
        ConsumerGroup read = await GroupLookup.ReadAsync(group, cancellationToken).ConfigureAwait(false);
        TimeSpan now = group.Context.Client.Elapsed;
        IReadOnlyList<ConsumerLag> lags = ConsumerLag.Of(read);
        Queue<(TimeSpan At, IReadOnlyList<ConsumerLag> Lags)> readings = _earlier.GetOrAdd(group.Key, _ => new());
        while (readings.Count > 1 && now - readings.ElementAt(1).At >= span)
            readings.Dequeue();
        if (readings.Count > 0)
            Compare(lags, readings.Peek().Lags, now - readings.Peek().At);
        readings.Enqueue((now, lags));
        return (read, lags);
    }

    private static void Compare(IReadOnlyList<ConsumerLag> lags, IReadOnlyList<ConsumerLag> earlier, TimeSpan between)
    {
        ILookup<(string?, int?), ConsumerLag> before = earlier.ToLookup(lag => (lag.Topic, lag.Partition));
        foreach (ConsumerLag lag in lags)
        {
            if (before[(lag.Topic, lag.Partition)].FirstOrDefault() is { } known)
                lag.MeasureSince(known, between);
        }
    }
}
