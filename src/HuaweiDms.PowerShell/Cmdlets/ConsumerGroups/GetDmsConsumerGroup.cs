using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists consumer groups of instances (5.6.2, 7.2.3.2), with -Detailed also their members and offsets (5.6.1).</summary>
[Cmdlet(VerbsCommon.Get, "DmsConsumerGroup", SupportsPaging = true)]
[OutputType("HuaweiDms.ConsumerGroup")]
public sealed class GetDmsConsumerGroup : NamedListCmdlet
{
    private const string Noun = "consumer group";

    private readonly PerInstance<List<string>> _topics = new(_ => []);

    /// <summary>The names. Wildcards are permitted; an exact name that does not exist is an error.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ConsumerGroup")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConsumerGroupCompleter))]
    public string[]? Name { get; set; }

    /// <summary>
    /// Only groups with committed offsets in one of these topics. Wildcards are permitted. Objects of a topic supply its name.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string[]? Topic { get; set; }

    /// <summary>Only groups in one of these states.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConsumerGroupStateCompleter))]
    public string[]? State { get; set; }

    /// <summary>Also reads the members and offsets of each group, with one more request per group; requests run in parallel.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <summary>The maximum number of requests in flight, for several instances or with -Detailed.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [Integer]
    public int ThrottleLimit { get; set; } = Throttle.DefaultLimit;

    private protected override IEnumerable<string> StateWarnings => KnownStates.ConsumerGroups.Warnings(State);

    private protected override int ListsAtOnce => ThrottleLimit;

    private protected override string[]? Wanted => CommandLine.Has(nameof(Name)) ? Name : null;

    /// <summary>A name bound from an instance, a topic or a user is not the name of a group.</summary>
    private protected override IReadOnlyCollection<string> NamesFromRecord(InstanceReference instance)
        => CommandLine.Has(nameof(Name)) || (Name?.Length == 1 && (CommandLine.IsInstance(instance, Name[0]) || CommandLine.FindOtherKind([instance], Name[0], Noun) is not null))
            ? []
            : Name ?? [];

    /// <summary>A row of a topic that names no group selects the groups that read the topic.</summary>
    private protected override bool KeepsSeparately(FoundInstance found)
    {
        if (Topic is null || CommandLine.Has(nameof(Topic)) || NamesFromRecord(found.Instance).Count > 0)
            return false;
        _topics[found].AddRange(Topic);
        return true;
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        NameFilter names = new(Wanted);
        foreach ((FoundInstance found, List<string> topics) in _topics.All)
            Keep(found.Instance.Id, found.Instance.Subject, pipeline => ListAsync(pipeline, found, names, new NameFilter([.. topics], areExact: true)));
        base.EndProcessing();
    }

    private protected override Task ListAsync(IPipeline pipeline, DmsContext context, InstanceReference instance, NameFilter names)
        => ListAsync(pipeline, new(context, instance), names, new NameFilter(CommandLine.Has(nameof(Topic)) ? Topic : null));

    /// <summary>A named topic that no group reads may not exist, which is reported. Topics from the pipeline were listed before.</summary>
    private async Task ListAsync(IPipeline pipeline, FoundInstance found, NameFilter names, NameFilter topics)
    {
        IReadOnlyList<string> unread = topics.Literals;
        if (topics.All || topics.Only is not null)
        {
            if (await ListAsync(pipeline, found, names, topics, readers: null).ConfigureAwait(false))
                return;
        }
        else
        {
            (HashSet<string> readers, unread) = await TopicReaders.FindAsync(pipeline, found, topics, Share(ThrottleLimit), MyInvocation.MyCommand.Name).ConfigureAwait(false);
            if (readers.Count > 0 || names.Literals.Count > 0)
                await ListAsync(pipeline, found, names, topics, readers).ConfigureAwait(false);
        }
        if (CommandLine.Has(nameof(Topic)) && !HasEnough)
            await TopicLookup.ReportMissingAsync(pipeline, found, unread).ConfigureAwait(false);
    }

    private Task<bool> ListAsync(IPipeline pipeline, FoundInstance found, NameFilter names, NameFilter topics, HashSet<string>? readers)
    {
        string? topic = readers is null ? topics.Only : null;
        NamedList<ConsumerGroup> list = new(
            range => found.Context.Client.ConsumerGroups.List(found.Instance.Id, names.ExactHint, topic, range),
            group => group.Name,
            Noun,
            found.Instance.Subject)
        {
            Filter = State is null && readers is null ? null
                : group => StateFilter.Accepts(State, group.State) && (readers is null || (group.Name is { } name && readers.Contains(name))),
            FilteredBy = State is null ? "-Topic" : readers is null ? "-State" : "-State or -Topic",
            Suggest = names.ExactHint is null && topic is null ? null : missing => SuggestAsync(missing, found, topic, pipeline.Stop),
        };
        return ListAsync(
            Detailed ? new GroupDetails(pipeline, found.Context, found.Instance.Id, ThrottleLimit, MyInvocation.MyCommand.Name) : pipeline, names, list);
    }

    /// <summary>
    /// A group that is missing from the list may exist without reading the topic; otherwise the error suggests similar names.
    /// </summary>
    private static async Task<Failure> SuggestAsync(Failure missing, FoundInstance found, string? topic, CancellationToken cancellationToken)
    {
        ItemReference group = new(found.Context, found.Instance, missing.Target!.ToString()!);
        return topic is not null && await found.Context.Client.ConsumerGroups.FindAsync(found.Instance.Id, group.Name, cancellationToken).ConfigureAwait(false) is not null
            ? Failures.LeftOut(Noun, group.Name, found.Instance.Subject, "-Topic")
            : await missing.AmongGroupsAsync(group, cancellationToken).ConfigureAwait(false);
    }
}
