using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Lists the topics of instances (5.5.3; v1.0: 7.1.1.8), with -Detailed also their sizes, messages and consumer groups (5.2.10, 5.5.6,
/// 5.8.1, 5.6.2).
/// </summary>
[Cmdlet(VerbsCommon.Get, "DmsTopic", SupportsPaging = true)]
[OutputType("HuaweiDms.Topic")]
public sealed class GetDmsTopic : NamedListCmdlet
{
    private readonly PerInstance<List<ItemReference>> _groups = new(_ => []);

    /// <summary>The names. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The exact names that topics and objects of a topic supply from the pipeline. Ignored with -Name.</summary>
    // Not an alias of -Name: an instance also has a Name, and lists all of its topics.
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string?[]? Topic { get; set; }

    /// <summary>Excludes the topics of the service itself, such as __consumer_offsets.</summary>
    [Parameter]
    public SwitchParameter ExcludeSystem { get; set; }

    /// <summary>
    /// Also reads the sizes, messages and consumer groups of each topic, with up to three more requests per topic; requests run in
    /// parallel.
    /// </summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <summary>The maximum number of requests in flight, for several instances or with -Detailed.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [Integer]
    public int ThrottleLimit { get; set; } = Throttle.DefaultLimit;

    private protected override int ListsAtOnce => ThrottleLimit;

    private protected override string[]? Wanted => Name;

    /// <summary>The topics that a row names, including the service's own.</summary>
    private string[] Named => [.. (Topic ?? []).OfType<string>().Where(topic => topic.Length > 0)];

    private protected override IReadOnlyCollection<string> NamesFromRecord(InstanceReference instance) => Name is null ? [.. Named.Where(IsAsked)] : [];

    /// <summary>A group that names no topic selects the topics that it reads. A row that names only excluded topics selects none.</summary>
    private protected override bool KeepsSeparately(FoundInstance found)
    {
        if (Name is not null || NamesFromRecord(found.Instance).Count > 0)
            return false;
        if (Named.Length > 0)
            return true;
        if (TopicSearch.GroupIn(found) is not { } group)
            return false;
        _groups[found].Add(new(found.Context, found.Instance, group));
        return true;
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach ((FoundInstance found, List<ItemReference> groups) in _groups.All)
            Keep(found.Instance.Id, found.Instance.Subject, pipeline => ListOfGroupsAsync(pipeline, found, groups));
        base.EndProcessing();
    }

    private protected override Task ListAsync(IPipeline pipeline, DmsContext context, InstanceReference instance, NameFilter names)
        => ListAsync(
            Detailing(pipeline, context, instance),
            names,
            new NamedList<Topic>(range => context.Client.Topics.List(instance.Id, range), topic => topic.Name, "topic", instance.Subject)
            {
                Filter = ExcludeSystem ? topic => !topic.IsSystem : null,
                FilteredBy = "-ExcludeSystem",
            });

    private async Task ListOfGroupsAsync(IPipeline pipeline, FoundInstance found, IReadOnlyList<ItemReference> groups)
    {
        List<ItemReference> read = await ParallelLists
            .ReadAsync(pipeline, ItemSelection.Distinct(groups), Share(ThrottleLimit), TopicSearch.OfGroupAsync, FailureOf).ConfigureAwait(false);
        string[] names = [.. read.Select(topic => topic.Name).Where(IsAsked)];
        if (names.Length > 0)
            await ListAsync(pipeline, found.Context, found.Instance, new(names, areExact: true)).ConfigureAwait(false);
    }

    private bool IsAsked(string name) => !ExcludeSystem || !HuaweiDms.Topic.IsSystemName(name);

    private IPipeline Detailing(IPipeline pipeline, DmsContext context, InstanceReference instance)
        => Detailed ? new TopicDetails(pipeline, context, instance, ThrottleLimit, MyInvocation.MyCommand.Name) : pipeline;
}
