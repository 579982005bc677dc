using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists how full the disks of instances are, by broker or by topic (5.2.10).</summary>
[Cmdlet(VerbsCommon.Get, "DmsDiskUsage", DefaultParameterSetName = ByBroker)]
[OutputType("HuaweiDms.DiskUsage", ParameterSetName = [ByBroker])]
[OutputType("HuaweiDms.TopicDiskUsage", ParameterSetName = [InTopics])]
public sealed class GetDmsDiskUsage : InstanceReadCmdlet
{
    private const string ByBroker = "ByBroker";
    private const string InTopics = "ByTopic";

    /// <summary>The smallest size that the service accepts as a filter (5.2.10).</summary>
    private const long SmallestSize = 1024;

    private readonly PipelineNames _pipelineNames = new();

    /// <summary>Only partitions of these topics. Wildcards are permitted. Objects of a topic supply its name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string[]? Topic { get; set; }

    /// <summary>Emits one object per topic, with its size on all brokers, instead of one per broker.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InTopics)]
    public SwitchParameter ByTopic { get; set; }

    /// <summary>
    /// Only partitions, or with -ByTopic only topics, of at least this many bytes, such as 500MB, 1GB or '53M'. If omitted, the service
    /// lists partitions of 1 GB or more, and of 1 KB or more for named topics.
    /// </summary>
    [Parameter]
    [ByteSize]
    [ValidateRange(0L, 1L << 40)]
    public long? MinimumSize { get; set; }

    /// <summary>
    /// Only this many of the largest partitions of each broker, or with -ByTopic of the largest topics of each instance; with -Topic, of
    /// the named topics.
    /// </summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [Integer]
    public int? Top { get; set; }

    /// <summary>
    /// Only partitions that use more than this percentage of their disk, or with -ByTopic only topics that use more than this percentage
    /// of all disks of the instance.
    /// </summary>
    [Parameter]
    [ValidateRange(0.0, 100.0)]
    public double? Percent { get; set; }

    /// <summary>Rows that name topics of the same instance share one request.</summary>
    private protected override bool IsNew(FoundInstance found) => _pipelineNames.NeedsWholeList(found, CommandLine.Has(nameof(Topic)) ? [] : Topic ?? []);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach ((FoundInstance found, NameFilter topics) in _pipelineNames.All)
            Keep(found, pipeline => ReadAsync(found, topics, pipeline));
        base.EndProcessing();
    }

    private protected override Func<IPipeline, Task<object?>> Reader(DmsContext context, InstanceReference instance)
    {
        NameFilter topics = new(CommandLine.Has(nameof(Topic)) ? Topic : null);
        return pipeline => ReadAsync(new(context, instance), topics, pipeline);
    }

    private async Task<object?> ReadAsync(FoundInstance found, NameFilter topics, IPipeline pipeline)
    {
        DiskUsageFilter filter = ByTopic ? SumFilter(topics) : PartitionFilter(topics);
        IReadOnlyList<DiskUsage> brokers = await found.Context.Client.Cluster.ListDiskUsageAsync(found.Instance.Id, filter, pipeline.Stop).ConfigureAwait(false);
        if (ByTopic && UnreadDisks.Of(brokers) is { } unread)
            pipeline.WriteWarning(Format(Text.DiskSumsShort, found.Instance.Subject, unread));
        HashSet<string?> told = new(brokers.SelectMany(broker => broker.Partitions ?? []).Select(partition => partition.Topic), StringComparer.Ordinal);
        foreach (DiskUsage broker in brokers)
            broker.Partitions = [.. (broker.Partitions ?? []).Where(partition => topics.Includes(partition.Topic))];
        int missing = CommandLine.Has(nameof(Topic))
            ? await TopicLookup.ReportMissingAsync(pipeline, found, [.. topics.Literals.Where(topic => !told.Contains(topic))]).ConfigureAwait(false)
            : 0;
        if (ByTopic)
            return Selected(TopicDiskUsage.Of(brokers));
        foreach (DiskUsage broker in brokers)
            broker.Partitions = [.. Largest(broker.Partitions!, partition => partition.SizeBytes)];
        // Brokers are emitted only if at least one of the topics asked for exists.
        return topics.All || topics.Literals.Count > missing || told.Any(topics.Includes) || await ExistAsync(found, topics, pipeline.Stop).ConfigureAwait(false)
            ? brokers
            : null;
    }

    private DiskUsageFilter PartitionFilter(NameFilter topics) => new()
    {
        MinimumBytes = MinimumSize ?? (!topics.All && Percent is null ? SmallestSize : null),
        // The service applies its limit to all topics, so the largest partitions might belong to none of the named topics.
        Top = topics.All ? Top : null,
        Percent = Percent,
    };

    /// <summary>
    /// The service selects partitions, broker by broker, and a sum needs all partitions of a topic. Therefore topics are selected by
    /// their sums, after they are read.
    /// </summary>
    private DiskUsageFilter SumFilter(NameFilter topics)
        => new() { MinimumBytes = topics.All && !(MinimumSize < TopicDiskUsage.UsualMinimumBytes) ? TopicDiskUsage.UsualMinimumBytes : SmallestSize };

    private TopicDiskUsage[] Selected(IEnumerable<TopicDiskUsage> topics)
        => [.. Largest(topics.Where(topic => !(topic.SizeBytes < MinimumSize) && !(topic.UsedPercent <= Percent)), topic => topic.SizeBytes)];

    /// <summary>Returns whether topics match a pattern, although the service listed none because they are too small.</summary>
    private static async Task<bool> ExistAsync(FoundInstance found, NameFilter topics, CancellationToken cancellationToken)
        => topics.HasPatterns && (await TopicLookup.NamesAsync(found.Context, found.Instance.Id, cancellationToken).ConfigureAwait(false)).Any(topics.Includes);

    private IEnumerable<T> Largest<T>(IEnumerable<T> found, Func<T, long?> size) => Top is { } top ? found.OrderByDescending(size).Take(top) : found;
}
