using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the topics that consumer groups read, the largest lag first (5.6.11).</summary>
[Cmdlet(VerbsCommon.Get, "DmsConsumerGroupTopic", SupportsPaging = true)]
[OutputType("HuaweiDms.ConsumerGroupTopic")]
public sealed class GetDmsConsumerGroupTopic : GroupTopicCmdlet
{
    /// <summary>The property by which the topics of each group are sorted.</summary>
    [Parameter]
    [AsListed(typeof(GetDmsConsumerGroupTopic))]
    [ValidateSet("Lag", "Topic", "PartitionCount")]
    public string SortBy { get; set; } = "Lag";

    /// <summary>Sorts in ascending order.</summary>
    [Parameter]
    public SwitchParameter Ascending { get; set; }

    private string SortKey => SortBy switch { "Topic" => "topic", "PartitionCount" => "partition", _ => "messages" };

    private protected override Task ReadAsync(IPipeline pipeline, IReadOnlyList<ItemReference> groups)
        => ListEachAsync(
            pipeline,
            groups,
            (group, range) => group.Context.Client.ConsumerGroups.ListTopics(
                group.Instance.Id, group.Name, TopicHint, SortKey, Ascending ? "asc" : "desc", range),
            AllTopics ? null : (group, topic) => IsWanted(group, topic.Topic));
}
