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

    /// <summary>The least that can be asked for (5.2.10).</summary>
    private const long SmallestSize = 1024;

    private readonly PipelineNames _pipelineNames = new();

    /// <summary>Only partitions of these topics, with wildcards. Objects that are about a topic bring it along.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string[]? Topic { get; set; }

    /// <summary>Emits one object a topic, with what it takes on all brokers, in place of one a broker.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InTopics)]
    public SwitchParameter ByTopic { get; set; }

    /// <summary>Only partitions that take so many bytes or more, such as 500MB, 1GB or '53M'. Left out, the service shows those from 1 GB on; with -ByTopic those from 1 MB on count, and of topics that are named those from 1 KB on.</summary>
    [Parameter]
    [ByteSize]
    [ValidateRange(0L, 1L << 40)]
    public long? MinimumSize { get; set; }

    /// <summary>Only the largest partitions of each broker, so many; of topics that are named, the largest of those.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [Integer]
    public int? Top { get; set; }

    /// <summary>Only partitions that take more than this percentage of their disk.</summary>
    [Parameter]
    [ValidateRange(0.0, 100.0)]
    public double? Percent { get; set; }

    /// <summary>Rows that name topics of an instance share one request.</summary>
    private protected override bool IsNew(FoundInstance found) => _pipelineNames.IsWhole(found, CommandLine.Has(nameof(Topic)) ? [] : Topic ?? []);

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
        // The service would take the largest of all topics, and leave none of those that are named.
        int? top = topics.All ? Top : null;
        long? usual = !topics.All && Percent is null ? SmallestSize : ByTopic ? TopicDiskUsage.UsualMinimumBytes : null;
        DiskUsageFilter filter = new() { MinimumBytes = MinimumSize ?? usual, Top = top, Percent = Percent };
        IReadOnlyList<DiskUsage> brokers = await found.Context.Client.Cluster.ListDiskUsageAsync(found.Instance.Id, filter, pipeline.Stop).ConfigureAwait(false);
        if (ByTopic && UnreadDisks.Of(brokers) is { } unread)
            pipeline.WriteWarning(Format(Text.DiskSumsShort, found.Instance.Subject, unread));
        HashSet<string?> told = new(brokers.SelectMany(broker => broker.Partitions ?? []).Select(partition => partition.Topic), StringComparer.Ordinal);
        foreach (DiskUsage broker in brokers)
            broker.Partitions = [.. Largest((broker.Partitions ?? []).Where(partition => topics.Includes(partition.Topic)))];
        int missing = CommandLine.Has(nameof(Topic))
            ? await TopicLookup.ReportMissingAsync(pipeline, found, [.. topics.Literals.Where(topic => !told.Contains(topic))]).ConfigureAwait(false)
            : 0;
        if (ByTopic)
            return TopicDiskUsage.Of(brokers);
        // Disks are no answer to a question about topics that are not there.
        return topics.All || topics.Literals.Count > missing || told.Any(topics.Includes) || await ExistAsync(found, topics, pipeline.Stop).ConfigureAwait(false)
            ? brokers
            : null;
    }

    /// <summary>Whether there are topics of a pattern, of which the service tells none, as they are too small.</summary>
    private static async Task<bool> ExistAsync(FoundInstance found, NameFilter topics, CancellationToken stop)
        => topics.HasPatterns && (await TopicLookup.NamesAsync(found.Context, found.Instance.Id, stop).ConfigureAwait(false)).Any(topics.Includes);

    private IEnumerable<PartitionDiskUsage> Largest(IEnumerable<PartitionDiskUsage> partitions)
        => Top is { } top ? partitions.OrderByDescending(partition => partition.SizeBytes).Take(top) : partitions;
}
