using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists consumer groups of instances (5.6.2, 7.2.3.2), with -Detailed also their members and offsets (5.6.1).</summary>
[Cmdlet(VerbsCommon.Get, "DmsConsumerGroup", SupportsPaging = true)]
[OutputType("HuaweiDms.ConsumerGroup")]
public sealed class GetDmsConsumerGroup : NamedListCmdlet
{
    /// <summary>Names, with wildcards; a name without one that does not exist is an error.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ConsumerGroup")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConsumerGroupCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Only groups that have offsets in this topic.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string? Topic { get; set; }

    /// <summary>Only groups in one of these states.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConsumerGroupStateCompleter))]
    public string[]? State { get; set; }

    /// <summary>Reads members and offsets of each group, too: one more request a group, many at once.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <summary>How many requests are under way at once, with -Detailed.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [Integer]
    public int ThrottleLimit { get; set; } = Throttle.Usual;

    private protected override string Noun => "consumer group";

    private protected override string[]? Wanted => Given.Has(nameof(Name)) ? Name : null;

    private protected override IReadOnlyCollection<string> BroughtBy(InstanceReference instance)
        => Given.Has(nameof(Name)) || (Name?.Length == 1 && Given.IsInstance(instance, Name[0])) ? [] : Name ?? [];

    private protected override Task ListAsync(IPipeline pipeline, DmsContext context, InstanceReference instance, NameFilter names)
        => ListAsync(
            Detailed ? new GroupDetails(pipeline, context, instance.Id, ThrottleLimit, MyInvocation.MyCommand.Name) : pipeline,
            names,
            range => context.Client.ConsumerGroups.List(instance.Id, names.ExactHint, Topic, range),
            group => group.Name,
            instance.Subject,
            State is null ? null : group => InstanceStates.IsOneOf(State, group.State),
            suggest: names.ExactHint is null ? null : missing => missing.AmongGroupsAsync(new(context, instance, names.ExactHint), pipeline.Stop));
}
