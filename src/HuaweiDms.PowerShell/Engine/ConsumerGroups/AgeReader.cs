using System.Collections.Concurrent;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Finds out since when groups lag: when the message was produced that each reads next in a partition. That takes one request a partition.</summary>
/// <param name="throttle">The requests that may be under way.</param>
internal sealed class AgeReader(Throttle throttle)
{
    /// <summary>Messages of an instance of which none could be read before the others are given up.</summary>
    private const int Patience = 3;

    private readonly ConcurrentDictionary<FoundInstance, Tally> _tallies = new();

    /// <summary>One for all messages of an instance that could not be read for the same reason.</summary>
    public IEnumerable<Failure> Failures
        => _tallies.SelectMany(tally => Engine.Failures.Unread(tally.Value.Unread.OrderBy(part => part.What, StringComparer.Ordinal), tally.Key.Instance));

    /// <summary>Adds it to those that lag. It stays open where the message is not kept any more, or could not be read.</summary>
    public Task ReadAsync(ItemReference group, IEnumerable<ConsumerLag> lags, CancellationToken stop)
        => Task.WhenAll(lags.Where(lag => lag.Lag > 0).Select(lag => ReadAsync(group, lag, stop)));

    private Task ReadAsync(ItemReference group, ConsumerLag lag, CancellationToken stop)
        => lag is { Topic: { } topic, Partition: { } partition, CurrentOffset: { } offset }
            ? throttle.RunAsync(() => ReadAsync(group, lag, topic, new(partition, offset), stop), stop)
            : Task.CompletedTask;

    private async Task<bool> ReadAsync(ItemReference group, ConsumerLag lag, string topic, PartitionPosition at, CancellationToken stop)
    {
        Tally tally = _tallies.GetOrAdd(new(group.Context, group.Instance), _ => new());
        string what = $"the message {topic}-{at.Partition}@{at.Offset}";
        if (tally.Skips(what))
            return false;
        DmsClient client = group.Context.Client;
        try
        {
            Message? next = await client.Messages.PeekAsync(group.Instance.Id, topic, at.Partition, at.Offset, stop).ConfigureAwait(false);
            lag.Date(next?.Timestamp, client.UtcNow);
            tally.Succeed();
            return true;
        }
        catch (DmsException error)
        {
            tally.Fail(what, error);
            return false;
        }
    }

    /// <summary>How it went with the messages of an instance.</summary>
    private sealed class Tally
    {
        private readonly object _gate = new();
        private readonly List<(string What, DmsException Error)> _unread = [];
        private bool _isReadable;

        public IReadOnlyList<(string What, DmsException Error)> Unread => _unread;

        public void Succeed()
        {
            lock (_gate)
                _isReadable = true;
        }

        public void Fail(string what, DmsException error)
        {
            lock (_gate)
                _unread.Add((what, error));
        }

        /// <summary>What fails for the first messages fails for all, as where their query is off; another is then left out for the same reason.</summary>
        public bool Skips(string what)
        {
            lock (_gate)
            {
                if (_isReadable || _unread.Count < Patience)
                    return false;
                _unread.Add((what, _unread[0].Error));
                return true;
            }
        }
    }
}
