using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Deletes the messages of partitions before an offset, with one request per topic (5.8.6). They cannot be restored.</summary>
[Cmdlet(VerbsCommon.Clear, "DmsTopicMessage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.PartitionActionResult")]
public sealed class ClearDmsTopicMessage : InstancesCmdlet, IForceable
{
    private readonly List<ClearRequest> _requests = [];

    /// <summary>The topic.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string Topic { get; set; } = string.Empty;

    /// <summary>The partitions, by number. If omitted, all.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(PartitionCompleter))]
    public int[]? Partition { get; set; }

    /// <summary>
    /// The first offset to keep. If omitted, all current messages are deleted. Objects from Get-DmsTopicPartition supply the end of
    /// the partition.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("EndOffset")]
    [ValidateRange(0, long.MaxValue)]
    public long? BeforeOffset { get; set; }

    /// <summary>Skips the confirmation prompt. -WhatIf still changes nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (BeforeOffset is not null && Partition is null)
        {
            WriteError(Failures.InvalidArgument(nameof(BeforeOffset), BeforeOffset, Text.ClearPartitionRule));
            return;
        }
        if (BeforeOffset is null && Array.Exists(InstanceId, instance => instance.IsMessage))
        {
            WriteError(Failures.InvalidArgument(nameof(BeforeOffset), BeforeOffset, Text.ClearMessageRule));
            return;
        }
        foreach (ItemReference topic in NamedTopics(nameof(Topic), [Topic], InstanceId))
            _requests.AddRange(Partition?.Select(number => new ClearRequest(topic, number, BeforeOffset)) ?? [new ClearRequest(topic, Partition: null, BeforeOffset: null)]);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_requests.Count > 0)
            RunReporting(ClearAsync);
    }

    private async Task ClearAsync(IPipeline pipeline)
    {
        Dictionary<BatchItem, PartitionClearing> agreed = [];
        await ParallelLists.WriteAsync<IReadOnlyList<ClearRequest>, TopicClearing>(
            pipeline,
            ClearPlan.ByTopic(_requests),
            ThrottleLimit,
            async (requests, cancellationToken) => [new TopicClearing(requests, await ReadAsync(requests[0].Topic, cancellationToken).ConfigureAwait(false))],
            (requests, error) => FailureOf(requests[0].Topic, error),
            topics => AskAsync(pipeline, topics[0], agreed)).ConfigureAwait(false);
        await BatchRunner.RunAsync(
            [.. agreed.Keys],
            int.MaxValue,
            (items, cancellationToken) => SendAsync([.. items.Select(item => agreed[item])], cancellationToken),
            item => ResultOf(agreed[item]),
            (item, result, error) => BatchRunner.WriteAsync(pipeline, "Delete messages", item, result, error),
            pipeline.Stop).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<TopicPartition>> ReadAsync(ItemReference topic, CancellationToken cancellationToken)
    {
        try
        {
            return await TopicPartitions.ReadAsync(topic, cancellationToken).ConfigureAwait(false);
        }
        catch (DmsException error)
        {
            throw new FailureException(await FailureOf(topic, error).AmongTopicsAsync(topic, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>Prompts for confirmation for each partition of a topic.</summary>
    private static async Task<bool> AskAsync(IPipeline pipeline, TopicClearing topic, Dictionary<BatchItem, PartitionClearing> agreed)
    {
        List<Failure> refused = [];
        IReadOnlyList<PartitionClearing> plan = ClearPlan.Of(topic, refused.Add);
        foreach (Failure failure in refused)
            await pipeline.WriteErrorAsync(failure).ConfigureAwait(false);
        foreach (PartitionClearing clearing in plan)
        {
            string name = $"partition {clearing.Partition} of {clearing.Topic.Name}";
            BatchItem item = new(clearing.Topic.Context, name, Name: null, Within: clearing.Topic.Instance, Group: clearing.Topic.Name);
            if (await pipeline.AskAsync(item.Subject, clearing.Action).ConfigureAwait(false))
                agreed.Add(item, clearing);
        }
        return true;
    }

    private static async Task<IReadOnlyList<ActionResult>> SendAsync(IReadOnlyList<PartitionClearing> clearings, CancellationToken cancellationToken)
    {
        ItemReference topic = clearings[0].Topic;
        IReadOnlyList<PartitionActionResult> results = await topic.Context.Client.Messages.DeleteAsync(
            topic.Instance.Id,
            topic.Name,
            [.. clearings.Select(clearing => new PartitionPosition(clearing.Partition, clearing.BeforeOffset))],
            cancellationToken).ConfigureAwait(false);
        foreach ((PartitionActionResult result, PartitionClearing clearing) in results.Zip(clearings, (result, clearing) => (result, clearing)))
            result.MessageCount = clearing.MessageCount;
        return results;
    }

    private static PartitionActionResult ResultOf(PartitionClearing clearing)
        => new PartitionActionResult
        {
            Topic = clearing.Topic.Name,
            Partition = clearing.Partition,
            BeforeOffset = clearing.BeforeOffset,
            MessageCount = clearing.MessageCount,
            Action = "delete",
        }.In(clearing.Topic.Context, clearing.Topic.Instance);
}
