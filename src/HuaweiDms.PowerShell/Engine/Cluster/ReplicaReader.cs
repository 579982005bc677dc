namespace HuaweiDms.PowerShell.Engine;

/// <summary>Reads the replicas of the topics of an instance. One that cannot be read costs the others nothing.</summary>
/// <param name="client">The connection.</param>
/// <param name="instanceId">The instance.</param>
/// <param name="throttle">The requests that may be under way.</param>
/// <param name="progress">Counts topics, which the service tells one a second.</param>
internal sealed class ReplicaReader(DmsClient client, string instanceId, Throttle throttle, TopicProgress progress)
{
    /// <summary>Topics of which none could be read before the others are given up.</summary>
    private const int Patience = 3;

    /// <summary>Those that could not be read.</summary>
    public List<(string Name, DmsException Error)> Unread { get; } = [];

    /// <summary>One topic after the other: the service has the others wait, and they would only keep places from other instances.</summary>
    public async Task<IReadOnlyList<TopicReplica>> ReadAsync(IReadOnlyList<string> topics, CancellationToken stop)
    {
        List<TopicReplica> replicas = [];
        progress.Expect(topics.Count);
        foreach (string topic in topics)
        {
            ReportPart<IReadOnlyList<TopicReplica>> read = await ReportPart.ReadAsync(throttle, () => client.Replicas.ListAsync(instanceId, topic, stop), stop).ConfigureAwait(false);
            progress.Count();
            if (read.Value is { } found)
                replicas.AddRange(found);
            else
                Unread.Add(($"replicas of {topic}", read.Error!));
            // What fails for the first topics fails for all, and each would take its time.
            if (replicas.Count == 0 && (Unread.Count >= Patience || read.Error?.Kind is DmsErrorKind.Busy or DmsErrorKind.PermissionDenied))
                break;
        }
        return replicas;
    }
}
