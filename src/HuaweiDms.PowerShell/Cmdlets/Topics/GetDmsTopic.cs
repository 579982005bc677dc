using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the topics of instances (5.5.3; v1.0: 7.1.1.8).</summary>
[Cmdlet(VerbsCommon.Get, "DmsTopic", SupportsPaging = true)]
[OutputType("HuaweiDms.Topic")]
public sealed class GetDmsTopic : NamedListCmdlet
{
    /// <summary>Names, with wildcards.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Names in full, as topics and whatever is of one bring them by the pipeline. Beside -Name they do not count.</summary>
    // No other name of -Name: an instance has a Name, too, and lists all of its topics.
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string?[]? Topic { get; set; }

    private protected override string Noun => "topic";

    private protected override string[]? Wanted => Name;

    private protected override IReadOnlyCollection<string> BroughtBy(InstanceReference instance)
        => Name is null ? [.. (Topic ?? []).OfType<string>().Where(topic => topic.Length > 0)] : [];

    private protected override Task ListAsync(IPipeline pipeline, DmsContext context, InstanceReference instance, NameFilter names)
        => ListAsync(pipeline, names, range => context.Client.Topics.List(instance.Id, range), topic => topic.Name, instance.Subject);
}
