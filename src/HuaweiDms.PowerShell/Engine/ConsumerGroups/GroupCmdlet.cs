using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that reads something of consumer groups, several in parallel.</summary>
public abstract class GroupCmdlet : ThrottledListCmdlet
{
    private readonly ItemSelection _selection = new();
    private readonly PerInstance<List<string>> _topics = new(_ => []);
    private readonly RecordFilter _groups = new();

    /// <summary>
    /// The consumer groups, with wildcards; if omitted, all groups of the instance. Objects from Get-DmsConsumerGroup also supply
    /// their instance.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConsumerGroupCompleter))]
    public string[]? ConsumerGroup { get; set; }

    /// <summary>The groups that the current record requests.</summary>
    private protected NameFilter Groups => _groups.Of(ConsumerGroup, areExact: !CommandLine.Has(nameof(ConsumerGroup)));

    /// <summary>Emits the requested data of the groups.</summary>
    private protected abstract Task ReadAsync(IPipeline pipeline, IReadOnlyList<ItemReference> groups);

    /// <summary>A topic that every group matching a pattern must read, so that the service can narrow the list; null for none.</summary>
    private protected virtual string? TopicHint => null;

    /// <summary>The topic of a row that stands for the groups that read it; null for any other row.</summary>
    private protected virtual string? TopicIn(FoundInstance found) => null;

    /// <summary>Whether a group that matches a pattern is worth reading, judged by its list entry.</summary>
    private protected virtual bool IsWorthReading(object listed) => true;

    /// <summary>Every instance that a record names.</summary>
    private protected IEnumerable<FoundInstance> Instances => _selection.Instances;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (FoundInstance found in Resolve(InstanceId))
        {
            if (Groups.All && TopicIn(found) is { } topic)
                _topics[found].Add(topic);
            else
                _selection.Add(found, Groups);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!_selection.IsEmpty || _topics.All.Any())
            RunReporting(RunAsync);
    }

    /// <summary>Lists the items of each group.</summary>
    private protected Task ListEachAsync<T>(
        IPipeline pipeline, IReadOnlyList<ItemReference> groups, Func<ItemReference, PageRange, PagedResult<T>> list, Func<ItemReference, T, bool>? filter = null)
        => ListEachAsync(pipeline, groups, list, FailureOf, filter, GroupLookup.CheckAsync);

    /// <summary>Finds the groups and emits the requested data.</summary>
    private protected virtual async Task RunAsync(IPipeline pipeline)
    {
        IReadOnlyList<ItemReference> groups = await FindAsync(pipeline).ConfigureAwait(false);
        await ReadAsync(pipeline, groups).ConfigureAwait(false);
    }

    /// <summary>Finds the requested groups, each once.</summary>
    private protected async Task<IReadOnlyList<ItemReference>> FindAsync(IPipeline pipeline)
    {
        List<ItemReference> all = [.. await _selection.FindAsync(pipeline, ThrottleLimit, SearchAsync, MyInvocation.MyCommand.Name).ConfigureAwait(false)];
        foreach ((FoundInstance found, List<string> topics) in _topics.All)
        {
            (HashSet<string> readers, _) = await TopicReaders
                .FindAsync(pipeline, found, new([.. topics], areExact: true), ThrottleLimit, MyInvocation.MyCommand.Name).ConfigureAwait(false);
            all.AddRange(readers.OrderBy(name => name, StringComparer.Ordinal).Select(name => new ItemReference(found.Context, found.Instance, name, IsListed: true)));
        }
        return ItemSelection.Distinct(all);
    }

    private async Task<IReadOnlyList<string>> SearchAsync(FoundInstance found, NameFilter names, CancellationToken cancellationToken)
    {
        List<string> wanted = [];
        PagedResult<ConsumerGroup> list = found.Context.Client.ConsumerGroups.List(found.Instance.Id, names.ExactHint, TopicHint);
        await foreach (ConsumerGroup group in list.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (group.ConsumerGroup is { } name && IsWorthReading(group))
                wanted.Add(name);
        }
        return wanted;
    }
}
