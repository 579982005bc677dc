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

    /// <summary>A topic stands for the groups that read it.</summary>
    private protected override string? TopicIn(FoundInstance found) => found.Instance.Contained is { Noun: "topic", Key: { } topic } ? topic : null;

    private protected override Task ReadAsync(IPipeline pipeline, IReadOnlyList<ItemReference> groups)
        => ListEachAsync(
            pipeline,
            groups,
            (group, range) => group.Context.Client.ConsumerGroups.ListMembers(group.Instance.Id, group.Name, host: null, MemberId, range),
            HostAddress is null ? null : (_, member) => IsAt(HostAddress, member));

    /// <summary>The service writes a slash before addresses, and does not say whether it looks for one with it or without (5.6.12).</summary>
    private static bool IsAt(string address, ConsumerGroupMember member)
        => string.Equals(member.Host, address.TrimStart('/'), StringComparison.OrdinalIgnoreCase);
}
