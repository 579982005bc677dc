using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Reads the first and last offsets of partitions, and when their first and last messages were produced (5.8.4, 5.8.5).</summary>
[Cmdlet(VerbsCommon.Get, "DmsPartitionOffset")]
[OutputType("HuaweiDms.PartitionOffset")]
public sealed class GetDmsPartitionOffset : InstancesCmdlet
{
    private readonly List<(ItemReference Topic, int[]? Partitions)> _topics = [];
    private readonly TopicSearch _search = new();

    /// <summary>
    /// The topics. Wildcards are permitted. If omitted, all topics of the instance. Objects from Get-DmsTopic also supply the
    /// instance.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string[]? Topic { get; set; }

    /// <summary>Only these partitions, by number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(PartitionCompleter))]
    public int[]? Partition { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        NameFilter names = new(Topic, areExact: !CommandLine.Has(nameof(Topic)));
        foreach (FoundInstance found in Resolve(InstanceId))
        {
            // Rows that supply a partition also name its topic.
            if (Partition is null || CommandLine.Has(nameof(Partition)) || names.Literals.Count == 0)
                _search.Add(found, names);
            else
                _topics.AddRange(names.Literals.Select(name => (new ItemReference(found.Context, found.Instance, name), (int[]?)Partition)));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_topics.Count > 0 || !_search.IsEmpty)
            RunReporting(ReadAsync);
    }

    private async Task ReadAsync(IPipeline pipeline)
    {
        IReadOnlyList<ItemReference> others = await _search.FindAsync(pipeline, ThrottleLimit, MyInvocation.MyCommand.Name).ConfigureAwait(false);
        InstanceRefusals refusals = new(MyInvocation.MyCommand.Name);
        int[]? only = CommandLine.Has(nameof(Partition)) ? Partition : null;
        HashSet<(string, int)> known = [];
        List<(ItemReference Topic, int Number)> found = await ParallelLists.ReadAsync(
            pipeline,
            (IReadOnlyList<(ItemReference Topic, int[]? Partitions)>)[.. _topics, .. others.Select(topic => (topic, only))],
            ThrottleLimit,
            async (wanted, cancellationToken) => (IReadOnlyList<(ItemReference Topic, int Number)>)
                [.. (await NumbersAsync(wanted.Topic, wanted.Partitions, cancellationToken).ConfigureAwait(false)).Select(number => (wanted.Topic, number))],
            (wanted, error) => FailureOf(wanted.Topic, error)).ConfigureAwait(false);
        WorkItem[] items = [.. found.Where(partition => known.Add((partition.Topic.Key, partition.Number))).Select(partition => Item(partition.Topic, partition.Number, refusals))];
        await ItemRunner.RunAsync(pipeline, items, Purpose, ThrottleLimit).ConfigureAwait(false);
    }

    /// <summary>A missing partition of a named topic is an error; a topic that was found in the list may have fewer partitions.</summary>
    private async Task<IReadOnlyList<int>> NumbersAsync(ItemReference topic, int[]? wanted, CancellationToken cancellationToken)
    {
        if (wanted is not null && !topic.IsListed)
            return wanted;
        try
        {
            int[] there = await TopicPartitions.NumbersAsync(topic, cancellationToken).ConfigureAwait(false);
            return wanted is null ? there : [.. there.Intersect(wanted)];
        }
        catch (DmsException error)
        {
            throw new FailureException(await FailureOf(topic, error).AmongTopicsAsync(topic, cancellationToken).ConfigureAwait(false));
        }
    }

    private WorkItem Item(ItemReference topic, int partition, InstanceRefusals refusals)
    {
        string subject = $"partition {partition} of {topic.Subject}";
        return new(subject, partition, async pipeline => await ReadAsync(topic, partition, subject, refusals, pipeline.Stop).ConfigureAwait(false));
    }

    private async Task<PartitionOffset?> ReadAsync(
        ItemReference topic, int partition, string subject, InstanceRefusals refusals, CancellationToken cancellationToken)
    {
        try
        {
            return await topic.Context.Client.Messages.GetOffsetAsync(
                topic.Instance.Id, topic.Name, partition, cancellationToken).ConfigureAwait(false);
        }
        catch (DmsException error) when (Failures.IsOfInstance(error))
        {
            refusals.ThrowOnce(topic, error);
            return null;
        }
        catch (DmsException error)
        {
            Failure failure = Failures.From(error, partition, MyInvocation.MyCommand.Name, subject);
            throw new FailureException(await TopicPartitions.ExplainAsync(failure, error, topic, partition, cancellationToken).ConfigureAwait(false));
        }
    }
}
