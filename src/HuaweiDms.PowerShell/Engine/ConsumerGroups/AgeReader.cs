using System.Collections.Concurrent;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Determines the age of a lag: when the next message to read in each partition was produced. Takes one request per partition.
/// </summary>
/// <param name="throttle">Limits the requests in flight.</param>
internal sealed class AgeReader(Throttle throttle)
{
    /// <summary>
    /// The number of messages of a topic, and of topics of an instance, that may fail for the same reason before the others are
    /// given up.
    /// </summary>
    private const int MaxAlikeFailures = 3;

    private readonly ConcurrentDictionary<FoundInstance, Tally> _tallies = new();

    /// <summary>One failure for all messages of an instance that could not be read for the same reason.</summary>
    public IEnumerable<Failure> Failures
        => _tallies.SelectMany(tally => Engine.Failures.Unread(tally.Value.Unread.OrderBy(part => part.What, StringComparer.Ordinal), tally.Key.Instance));

    /// <summary>
    /// Adds the age to the lagging partitions. It remains unknown if the message is no longer retained or could not be read.
    /// </summary>
    public Task ReadAsync(ItemReference group, IEnumerable<ConsumerLag> lags, CancellationToken cancellationToken)
        => Task.WhenAll(lags
            .Where(lag => lag is { Lag: > 0, Topic: not null, Partition: not null, CurrentOffset: not null })
            .Select(lag => throttle.RunAsync(() => TryReadAsync(group, lag, cancellationToken), cancellationToken)));

    /// <returns>Whether it was read.</returns>
    private async Task<bool> TryReadAsync(ItemReference group, ConsumerLag lag, CancellationToken cancellationToken)
    {
        (string topic, int partition, long offset) = (lag.Topic!, lag.Partition!.Value, lag.CurrentOffset!.Value);
        Tally tally = _tallies.GetOrAdd(new(group.Context, group.Instance), _ => new());
        string what = $"the message {topic}-{partition}@{offset}";
        if (tally.Skips(topic, what))
            return false;
        DmsClient client = group.Context.Client;
        try
        {
            Message? next = await client.Messages.PeekAsync(group.Instance.Id, topic, partition, offset, cancellationToken).ConfigureAwait(false);
            lag.SetOldestUnread(next?.Timestamp, client.UtcNow);
            tally.Succeed(topic);
            return true;
        }
        catch (DmsException error)
        {
            tally.Fail(topic, what, error);
            return false;
        }
    }

    /// <summary>The results for the messages of an instance.</summary>
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
                // A request refused for its content says nothing about other topics: one partition may have no leader.
                if (error.Kind is not (DmsErrorKind.InvalidArgument or DmsErrorKind.NotFound))
                    _all.Fail(topic, error);
            }
        }

        /// <summary>Whether a message need not be read, because others have failed. It is recorded with their error.</summary>
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

    /// <summary>
    /// Decides whether to continue: if the first parts all fail with the same error and none succeeds, all parts would fail.
    /// </summary>
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
