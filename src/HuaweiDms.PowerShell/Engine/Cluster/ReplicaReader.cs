namespace HuaweiDms.PowerShell.Engine;

/// <summary>Reads the replicas of the topics of an instance. A topic that cannot be read does not affect the others.</summary>
/// <param name="client">The connection.</param>
/// <param name="instanceId">The instance.</param>
/// <param name="throttle">Limits the requests in flight.</param>
/// <param name="progress">Counts topics; the service returns about one per second.</param>
internal sealed class ReplicaReader(DmsClient client, string instanceId, Throttle throttle, TopicProgress progress)
{
    /// <summary>The number of topics that may fail before the others are given up, if none could be read.</summary>
    private const int Patience = 3;

    /// <summary>The topics that could not be read.</summary>
    public List<(string Name, DmsException Error)> Unread { get; } = [];

    /// <summary>
    /// Reads one topic at a time: the service queues parallel requests, and they would only take slots from other instances.
    /// </summary>
    public async Task<IReadOnlyList<TopicReplica>> ReadAsync(IReadOnlyList<string> topics, CancellationToken cancellationToken)
    {
        List<TopicReplica> replicas = [];
        progress.Expect(topics.Count);
        foreach (string topic in topics)
        {
            ReadResult<IReadOnlyList<TopicReplica>> read = await ReadResult.ReadAsync(
                throttle, () => client.Replicas.ListAsync(instanceId, topic, cancellationToken), cancellationToken).ConfigureAwait(false);
            progress.Count();
            if (read.Value is { } found)
                replicas.AddRange(found);
            else
                Unread.Add(($"replicas of {topic}", read.Error!));
            // What fails for the first topics fails for all, and each takes its time.
            if (replicas.Count == 0 && (Unread.Count >= Patience || read.Error?.Kind is DmsErrorKind.Busy or DmsErrorKind.PermissionDenied))
                break;
        }
        return replicas;
    }
}
