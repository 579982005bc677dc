using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the topics of instances (5.5.3; v1.0: 7.1.1.8).</summary>
[Cmdlet(VerbsCommon.Get, "DmsTopic", SupportsPaging = true)]
[OutputType("HuaweiDms.Topic")]
public sealed class GetDmsTopic : InstanceListCmdlet
{
    /// <summary>Names, with wildcards.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string[]? Name { get; set; }

    private protected override string Noun => "topic";

    private protected override Func<IPipeline, Task> Lister(DmsContext context, InstanceReference instance)
    {
        NameFilter names = new(Name);
        return pipeline => ListAsync(
            pipeline, names, range => context.Client.Topics.List(instance.Id, range), topic => topic.Name, instance.Subject);
    }
}
