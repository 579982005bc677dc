using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that reads something of consumer groups, of many at once.</summary>
public abstract class GroupCmdlet : ListCmdlet
{
    private readonly List<ItemReference> _named = [];
    private readonly List<(DmsContext Context, InstanceReference Instance, NameFilter Names)> _searches = [];
    private readonly HashSet<(DmsContext Context, InstanceReference Instance, NameFilter Names)> _searched = [];
    private (string[]? Names, NameFilter Filter)? _groups;

    /// <summary>The groups, with wildcards; left out, all of the instance. Objects from Get-DmsConsumerGroup bring their instance along.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConsumerGroupCompleter))]
    public string[]? ConsumerGroup { get; set; }

    /// <summary>The instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>How many requests are under way at once.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [Integer]
    public int ThrottleLimit { get; set; } = Throttle.Usual;

    private protected override string Noun => "consumer group";

    /// <summary>The groups asked for by the record at hand.</summary>
    private protected NameFilter Groups
    {
        get
        {
            // Those of the command line are the same for every record, and so is what asks for them.
            if (_groups is not { } known || !ReferenceEquals(known.Names, ConsumerGroup))
                _groups = known = (ConsumerGroup, new(ConsumerGroup, areExact: !Given.Has(nameof(ConsumerGroup))));
            return known.Filter;
        }
    }

    /// <summary>Emits what is asked for of the groups.</summary>
    private protected abstract Task ReadAsync(IPipeline pipeline, IReadOnlyList<ItemReference> groups);

    /// <summary>A topic that every group of a pattern has to read, for the service to narrow the list by; null for none.</summary>
    private protected virtual string? TopicHint => null;

    /// <summary>Whether a group of a pattern, as the list tells of it, is worth reading.</summary>
    private protected virtual bool IsWanted(object listed) => true;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        NameFilter names = Groups;
        foreach ((DmsContext context, InstanceReference instance) in Resolve(InstanceId))
        {
            _named.AddRange(names.Literals.Select(name => new ItemReference(context, instance, name)));
            if ((names.All || names.HasPatterns) && _searched.Add((context, instance, names)))
                _searches.Add((context, instance, names));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_named.Count + _searches.Count > 0)
            RunReporting(RunAsync);
    }

    /// <summary>Lists something of each group.</summary>
    private protected Task ListEachAsync<T>(
        IPipeline pipeline, IReadOnlyList<ItemReference> groups, Func<ItemReference, PageRange, PagedResult<T>> list, Func<ItemReference, T, bool>? filter = null)
        => ListEachAsync(pipeline, groups, ThrottleLimit, list, FailureOf, filter, GroupLookup.CheckAsync);

    /// <summary>Finds the groups and emits what is asked for of them.</summary>
    private protected virtual async Task RunAsync(IPipeline pipeline) => await ReadAsync(pipeline, await FindAsync(pipeline).ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>
    /// The groups that are asked for, each once. Reads the lists of instances before the groups: those are few requests, and then
    /// all groups can be read at once.
    /// </summary>
    private protected async Task<IReadOnlyList<ItemReference>> FindAsync(IPipeline pipeline)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<ItemReference> found = await ParallelLists.ReadAsync(
            pipeline,
            _searches,
            ThrottleLimit,
            SearchAsync,
            (search, error) => Failures.From(error, search.Instance.Id, MyInvocation.MyCommand.Name, search.Instance.Subject)).ConfigureAwait(false);
        return [.. _named.Concat(found).Where(group => seen.Add(group.Key))];
    }

    private async Task<IReadOnlyList<ItemReference>> SearchAsync(
        (DmsContext Context, InstanceReference Instance, NameFilter Names) search, CancellationToken stop)
    {
        List<ItemReference> found = [];
        PagedResult<ConsumerGroup> list = search.Context.Client.ConsumerGroups.List(search.Instance.Id, search.Names.ExactHint, TopicHint);
        await foreach (ConsumerGroup group in list.WithCancellation(stop).ConfigureAwait(false))
        {
            if (search.Names.Matches(group.ConsumerGroup) && IsWanted(group))
                found.Add(new(search.Context, search.Instance, group.ConsumerGroup!, IsListed: true));
        }
        return found;
    }
}
