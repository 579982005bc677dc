using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the partitions of topics, with their offsets and numbers of messages (5.5.6).</summary>
[Cmdlet(VerbsCommon.Get, "DmsTopicPartition", SupportsPaging = true)]
[OutputType("HuaweiDms.TopicPartition")]
public sealed class GetDmsTopicPartition : TopicListCmdlet
{
    /// <summary>Only these partitions, by number.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(PartitionCompleter))]
    public int[]? Partition { get; set; }

    private protected override Task ListAsync(IPipeline pipeline)
        => ListAsync(
            pipeline,
            (topic, range) => topic.Context.Client.Topics.ListPartitions(topic.Instance.Id, topic.Name, range),
            Partition is null ? null : partition => Array.Exists(Partition, number => number == partition.Partition));
}
