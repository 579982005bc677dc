using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The report of an instance. A part that was not requested is null.</summary>
/// <param name="Subject">The instance as it was given.</param>
/// <param name="Context">The connection.</param>
internal sealed record InstanceReport(InstanceReference Subject, DmsContext Context)
{
    public required ReadResult<Instance> About { get; init; }

    public ReadResult<LagReport>? Lag { get; init; }

    public ReadResult<DiskReport>? Disk { get; init; }

    public ReadResult<Cluster>? Brokers { get; init; }

    public ReadResult<Balance>? Balance { get; init; }

    public ReadResult<TopicsReport>? Topics { get; init; }

    public string Name => About.Value?.Name ?? Subject.Name ?? Subject.Id;

    /// <summary>Whether nothing at all could be read.</summary>
    public bool IsEmpty => About.Value is null && Lag?.Value is null && Disk?.Value is null && Brokers?.Value is null && Balance?.Value is null && Topics?.Value is null;

    /// <summary>What could not be read.</summary>
    public IEnumerable<(string What, DmsException Error)> Problems
    {
        get
        {
            (string What, DmsException? Error)[] parts =
            [
                ("the instance", About.Error), ("lag", Lag?.Error), ("disks", Disk?.Error), ("brokers", Brokers?.Error), ("topics", Topics?.Error), ("balance", Balance?.Error),
            ];
            IEnumerable<(string Name, DmsException Error)> inside = (Lag?.Value?.Unread ?? []).Concat(Balance?.Value?.Unread ?? []);
            return parts.Where(part => part.Error is not null).Select(part => (part.What, part.Error!)).Concat(inside.Select(unread => (unread.Name, unread.Error)));
        }
    }
}

/// <summary>The lag of the consumer groups of an instance, the worst first.</summary>
/// <param name="Groups">The groups that could be read.</param>
/// <param name="Unread">The others.</param>
/// <param name="Sample">The time between two readings; null after one.</param>
/// <param name="GroupCount">The number of groups of the instance, including those that do not read the requested topics.</param>
internal sealed record LagReport(
    IReadOnlyList<ConsumerLagSummary> Groups, IReadOnlyList<(string Name, DmsException Error)> Unread, TimeSpan? Sample, int GroupCount);

/// <summary>How full the disks of an instance are.</summary>
/// <param name="Brokers">Broker by broker.</param>
/// <param name="Topics">Disk usage by topic, largest first.</param>
internal sealed record DiskReport(IReadOnlyList<DiskUsage> Brokers, IReadOnlyList<TopicDiskUsage> Topics);

/// <summary>The topics of an instance, and their issues.</summary>
/// <param name="TopicCount">The number of topics, without the service's own.</param>
/// <param name="PartitionCount">Their partitions.</param>
/// <param name="Issues">The issues, the worst first.</param>
internal sealed record TopicsReport(int TopicCount, int PartitionCount, IReadOnlyList<TopicIssue> Issues);
