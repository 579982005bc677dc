using System.Collections.Concurrent;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Finds out since when groups lag: when the message was produced that each reads next in a partition. That takes one request a partition.</summary>
/// <param name="throttle">The requests that may be under way.</param>
internal sealed class AgeReader(Throttle throttle)
{
    /// <summary>Messages of a topic, and topics of an instance, that fail alike before the others are given up.</summary>
    private const int MaxAlikeFailures = 3;

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
        if (tally.Skips(topic, what))
            return false;
        DmsClient client = group.Context.Client;
        try
        {
            Message? next = await client.Messages.PeekAsync(group.Instance.Id, topic, at.Partition, at.Offset, stop).ConfigureAwait(false);
            lag.Date(next?.Timestamp, client.UtcNow);
            tally.Succeed(topic);
            return true;
        }
        catch (DmsException error)
        {
            tally.Fail(topic, what, error);
            return false;
        }
    }

    /// <summary>How it went with the messages of an instance.</summary>
    private sealed class Tally
    {
        private readonly object _gate = new();
        private readonly List<(string What, DmsException Error)> _unread = [];
        private readonly FailureTracker _all = new();
        private readonly Dictionary<string, FailureTracker> _topics = new(StringComparer.Ordinal);

        public IReadOnlyList<(string What, DmsException Error)> Unread => _unread;

        public void Succeed(string topic)
        {
            lock (_gate)
            {
                _all.Succeed();
                Of(topic).Succeed();
            }
        }

        public void Fail(string topic, string what, DmsException error)
        {
            lock (_gate)
            {
                _unread.Add((what, error));
                Of(topic).Fail(what, error);
                // What was refused as it was asked for says nothing of other topics: each may have a partition without a leader.
                if (error.Kind is not (DmsErrorKind.InvalidArgument or DmsErrorKind.NotFound))
                    _all.Fail(topic, error);
            }
        }

        /// <summary>Whether a message need not be asked for. It is left out for the reason that the others have failed for.</summary>
        public bool Skips(string topic, string what)
        {
            lock (_gate)
            {
                if ((Of(topic).GaveUpOn ?? _all.GaveUpOn) is not { } error)
                    return false;
                _unread.Add((what, error));
                return true;
            }
        }

        private FailureTracker Of(string topic)
        {
            if (!_topics.TryGetValue(topic, out FailureTracker? tracker))
                _topics.Add(topic, tracker = new());
            return tracker;
        }
    }

    /// <summary>Whether it is worth to go on: what fails alike for the first parts of a whole, and succeeds for none, fails for all.</summary>
    private sealed class FailureTracker
    {
        private readonly Dictionary<string, HashSet<string>> _failed = new(StringComparer.Ordinal);
        private bool _isReadable;

        /// <summary>Why not; null where it is.</summary>
        public DmsException? GaveUpOn { get; private set; }

        public void Succeed()
        {
            _isReadable = true;
            GaveUpOn = null;
        }

        public void Fail(string part, DmsException error)
        {
            if (_isReadable)
                return;
            if (!_failed.TryGetValue(error.ErrorId, out HashSet<string>? alike))
                _failed.Add(error.ErrorId, alike = new(StringComparer.Ordinal));
            if (alike.Add(part) && alike.Count >= MaxAlikeFailures)
                GaveUpOn ??= error;
        }
    }
}
