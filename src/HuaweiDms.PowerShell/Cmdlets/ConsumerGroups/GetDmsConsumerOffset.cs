using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Lists the committed offsets of consumer groups, partition by partition, with the first and last offset of each partition (5.6.6,
/// 5.6.11).
/// </summary>
[Cmdlet(VerbsCommon.Get, "DmsConsumerOffset", SupportsPaging = true)]
[OutputType("HuaweiDms.ConsumerOffset")]
public sealed class GetDmsConsumerOffset : GroupTopicCmdlet
{
    /// <summary>Only these partitions, by number.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(PartitionCompleter))]
    public int[]? Partition { get; set; }

    /// <summary>The documented response does not name topics, so the topics of each group are listed first.</summary>
    private protected override async Task ReadAsync(IPipeline pipeline, IReadOnlyList<ItemReference> groups)
    {
        List<(ItemReference Group, string Topic)> topics
            = await ParallelLists.ReadAsync(pipeline, groups, ThrottleLimit, FindTopicsAsync, FailureOf).ConfigureAwait(false);
        await ListEachAsync(
            pipeline,
            topics,
            (source, range) => source.Group.Context.Client.ConsumerGroups.ListOffsets(
                source.Group.Instance.Id, source.Group.Name, source.Topic, Partition?.Length == 1 ? Partition[0] : null, range),
            (source, error) => FailureOf(source.Group, error),
            Partition is null ? null : (_, offset) => Array.Exists(Partition, number => number == offset.Partition)).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<(ItemReference Group, string Topic)>> FindTopicsAsync(ItemReference group, CancellationToken cancellationToken)
    {
        List<(ItemReference Group, string Topic)> found = [];
        bool isEmpty = true;
        await foreach (ConsumerGroupTopic topic in group.Context.Client.ConsumerGroups
            .ListTopics(group.Instance.Id, group.Name, TopicHint, "topic", "asc").WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            isEmpty = false;
            if (topic.Topic is { } name && IsWanted(group, name))
                found.Add((group, name));
        }
        if (isEmpty)
            await GroupLookup.CheckAsync(group, cancellationToken).ConfigureAwait(false);
        return found;
    }
}
