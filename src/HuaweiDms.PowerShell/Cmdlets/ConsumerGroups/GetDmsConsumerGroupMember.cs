using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the current members of consumer groups, with their addresses and partitions (5.6.12, 5.6.1).</summary>
[Cmdlet(VerbsCommon.Get, "DmsConsumerGroupMember", SupportsPaging = true)]
[OutputType("HuaweiDms.ConsumerGroupMember")]
public sealed class GetDmsConsumerGroupMember : GroupCmdlet
{
    /// <summary>Only the member with this id.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? MemberId { get; set; }

    /// <summary>Only members with this address.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? HostAddress { get; set; }

    /// <summary>A topic selects the groups that read it.</summary>
    private protected override string? TopicIn(FoundInstance found) => found.Instance.Contained is { Noun: "topic", Key: { } topic } ? topic : null;

    private protected override Task ReadAsync(IPipeline pipeline, IReadOnlyList<ItemReference> groups)
        => ListEachAsync(
            pipeline,
            groups,
            (group, range) => group.Context.Client.ConsumerGroups.ListMembers(group.Instance.Id, group.Name, host: null, MemberId, range),
            HostAddress is null ? null : (_, member) => IsAt(HostAddress, member));

    /// <summary>
    /// The service writes a slash before addresses and does not document whether its filter expects one (5.6.12), so the filter is
    /// applied here.
    /// </summary>
    private static bool IsAt(string address, ConsumerGroupMember member)
        => string.Equals(member.Host, address.TrimStart('/'), StringComparison.OrdinalIgnoreCase);
}
