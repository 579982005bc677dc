using System.Collections.Concurrent;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Reads the lag of groups, and compares what it reads with what it read of the same group before. How fast something goes, it tells
/// by the time of the connection.
/// </summary>
/// <param name="span">
/// How far back to compare, at least: consumers commit every few seconds, and whoever looks as often would see them stand still in
/// between. By default with the look before.
/// </param>
internal sealed class LagReader(TimeSpan span = default)
{
    private readonly ConcurrentDictionary<string, Queue<(TimeSpan At, IReadOnlyList<ConsumerLag> Lags)>> _earlier = new(StringComparer.Ordinal);

    /// <summary>Reads a group and the lag of each of its partitions. A group is read by one at a time.</summary>
    /// <exception cref="FailureException">There is no such group.</exception>
    public async Task<(ConsumerGroup Group, IReadOnlyList<ConsumerLag> Lags)> ReadAsync(ItemReference group, CancellationToken stop)
    {
        ConsumerGroup read = await GroupLookup.ReadAsync(group, stop).ConfigureAwait(false);
        TimeSpan now = group.Context.Client.Elapsed;
        IReadOnlyList<ConsumerLag> lags = ConsumerLag.Of(read);
        Queue<(TimeSpan At, IReadOnlyList<ConsumerLag> Lags)> looks = _earlier.GetOrAdd(group.Key, _ => new());
        while (looks.Count > 1 && now - looks.ElementAt(1).At >= span)
            looks.Dequeue();
        if (looks.Count > 0)
            Compare(lags, looks.Peek().Lags, now - looks.Peek().At);
        looks.Enqueue((now, lags));
        return (read, lags);
    }

    private static void Compare(IReadOnlyList<ConsumerLag> lags, IReadOnlyList<ConsumerLag> earlier, TimeSpan between)
    {
        ILookup<(string?, int?), ConsumerLag> before = earlier.ToLookup(lag => (lag.Topic, lag.Partition));
        foreach (ConsumerLag lag in lags)
        {
            if (before[(lag.Topic, lag.Partition)].FirstOrDefault() is { } known)
                lag.Compare(known, between);
        }
    }
}
