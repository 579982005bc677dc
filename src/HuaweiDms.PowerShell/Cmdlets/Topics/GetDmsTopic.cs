using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the topics of instances (5.5.3; v1.0: 7.1.1.8), with -Detailed also what they hold and who reads them (5.2.10, 5.5.6, 5.8.1, 5.6.2).</summary>
[Cmdlet(VerbsCommon.Get, "DmsTopic", SupportsPaging = true)]
[OutputType("HuaweiDms.Topic")]
public sealed class GetDmsTopic : InstanceListCmdlet
{
    private readonly PerInstance<List<string>> _brought = new(_ => []);

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

    /// <summary>Reads sizes, messages and groups of each topic, too: up to three more requests a topic, many at once.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <summary>How many requests are under way at once, with -Detailed.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [Integer]
    public int ThrottleLimit { get; set; } = Throttle.Usual;

    private protected override string Noun => "topic";

    /// <summary>Topics that come one by one are looked for in one list of their instance.</summary>
    protected override void ProcessRecord()
    {
        string[] topics = Name is null ? [.. (Topic ?? []).OfType<string>().Where(topic => topic.Length > 0)] : [];
        if (topics.Length == 0)
        {
            base.ProcessRecord();
            return;
        }
        foreach (FoundInstance found in Resolve(InstanceId))
            _brought[found].AddRange(topics);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach ((FoundInstance found, List<string> topics) in _brought.All)
            Keep(found.Instance.Id, found.Instance.Subject, pipeline => ListAsync(found.Context, found.Instance, new([.. topics], areExact: true), pipeline));
        base.EndProcessing();
    }

    private protected override Func<IPipeline, Task> Lister(DmsContext context, InstanceReference instance)
    {
        NameFilter names = new(Name);
        return pipeline => ListAsync(context, instance, names, pipeline);
    }

    private Task ListAsync(DmsContext context, InstanceReference instance, NameFilter names, IPipeline pipeline)
        => ListAsync(Detailing(pipeline, context, instance), names, range => context.Client.Topics.List(instance.Id, range), topic => topic.Name, instance.Subject);

    private IPipeline Detailing(IPipeline pipeline, DmsContext context, InstanceReference instance)
        => Detailed ? new TopicDetails(pipeline, context, instance, ThrottleLimit, MyInvocation.MyCommand.Name) : pipeline;
}
