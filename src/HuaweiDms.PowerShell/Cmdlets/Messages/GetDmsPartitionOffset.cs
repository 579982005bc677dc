using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Reads where the logs of partitions begin and end, and when their first and last messages were produced (5.8.4, 5.8.5).</summary>
[Cmdlet(VerbsCommon.Get, "DmsPartitionOffset")]
[OutputType("HuaweiDms.PartitionOffset")]
public sealed class GetDmsPartitionOffset : ThrottledCmdlet
{
    private readonly List<(ItemReference Topic, int[]? Partitions)> _topics = [];

    /// <summary>The topics, by name; those from Get-DmsTopic bring their instance along.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Topic { get; set; } = [];

    /// <summary>The instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>Only these partitions, by number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(PartitionCompleter))]
    public int[]? Partition { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
        => _topics.AddRange(TopicSelection
            .Collect(this, nameof(Topic), Topic, Resolve(InstanceId), WriteError)
            .Select(topic => (topic, Partition)));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_topics.Count > 0)
            RunReporting(ReadAsync);
    }

    private async Task ReadAsync(IPipeline pipeline)
    {
        HashSet<(string, int)> known = [];
        List<(ItemReference Topic, int Number)> found = await ParallelLists.ReadAsync(
            pipeline,
            _topics,
            ThrottleLimit,
            async (wanted, stop) => (IReadOnlyList<(ItemReference Topic, int Number)>)
                [.. (wanted.Partitions ?? await TopicPartitions.NumbersAsync(wanted.Topic, stop).ConfigureAwait(false)).Select(number => (wanted.Topic, number))],
            (wanted, error) => FailureOf(wanted.Topic, error)).ConfigureAwait(false);
        WorkItem[] items = [.. found.Where(partition => known.Add((partition.Topic.Key, partition.Number))).Select(partition => Item(partition.Topic, partition.Number))];
        await ItemRunner.RunAsync(pipeline, items, Purpose, ThrottleLimit).ConfigureAwait(false);
    }

    private WorkItem Item(ItemReference topic, int partition)
    {
        string subject = $"partition {partition} of {topic.Subject}";
        return new(subject, partition, async pipeline => await ReadAsync(topic, partition, subject, pipeline.Stop).ConfigureAwait(false));
    }

    private async Task<PartitionOffset> ReadAsync(ItemReference topic, int partition, string subject, CancellationToken stop)
    {
        try
        {
            return await topic.Context.Client.Messages.GetOffsetAsync(topic.Instance.Id, topic.Name, partition, stop).ConfigureAwait(false);
        }
        catch (DmsException error)
        {
            Failure failure = Failures.From(error, partition, MyInvocation.MyCommand.Name, subject);
            throw new FailureException(await TopicPartitions.ExplainAsync(failure, error, topic, partition, stop).ConfigureAwait(false));
        }
    }
}
