using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the consumers that are in groups now, with their addresses and partitions (5.6.12, 5.6.1).</summary>
[Cmdlet(VerbsCommon.Get, "DmsConsumerGroupMember", SupportsPaging = true)]
[OutputType("HuaweiDms.ConsumerGroupMember")]
public sealed class GetDmsConsumerGroupMember : GroupCmdlet
{
    /// <summary>Only the member of this id.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? MemberId { get; set; }

    /// <summary>Only members at this address.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? HostAddress { get; set; }

    private protected override Task ReadAsync(IPipeline pipeline, IReadOnlyList<ItemReference> groups)
        => ListEachAsync(
            pipeline,
            groups,
            (group, range) => group.Context.Client.ConsumerGroups.ListMembers(group.Instance.Id, group.Name, HostAddress, MemberId, range));
}
