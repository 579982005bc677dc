using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that lists something of topics: the lists of several topics are read in parallel.</summary>
public abstract class TopicListCmdlet : ThrottledListCmdlet
{
    private readonly TopicSearch _search = new();
    private readonly RecordFilter _filter = new();
    private IReadOnlyList<ItemReference> _topics = [];

    /// <summary>
    /// The topics, with wildcards; if omitted, all of the instance. Objects from Get-DmsTopic also supply their instance.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string[]? Topic { get; set; }

    /// <summary>Lists the requested data of the topics.</summary>
    private protected abstract Task ListAsync(IPipeline pipeline);

    /// <summary>The topics that the current record requests.</summary>
    private protected NameFilter Topics => _filter.Of(Topic, areExact: !CommandLine.Has(nameof(Topic)));

    /// <summary>Every instance that a record names.</summary>
    private protected IEnumerable<FoundInstance> Instances => _search.Instances;

    /// <summary>Each topic counts once: objects of partitions carry the same topic many times.</summary>
    protected override void ProcessRecord()
    {
        foreach (FoundInstance found in Resolve(InstanceId))
            _search.Add(found, Topics);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!_search.IsEmpty)
            RunReporting(RunAsync);
    }

    /// <summary>Finds the topics and lists the requested data.</summary>
    private protected virtual async Task RunAsync(IPipeline pipeline)
    {
        _topics = await _search.FindAsync(pipeline, ThrottleLimit, MyInvocation.MyCommand.Name).ConfigureAwait(false);
        await ListAsync(pipeline).ConfigureAwait(false);
    }

    /// <summary>Lists the items of each topic.</summary>
    /// <param name="pipeline">Where the objects go.</param>
    /// <param name="list">The list of a topic.</param>
    /// <param name="filter">An additional filter for the objects.</param>
    private protected Task ListAsync<T>(
        IPipeline pipeline, Func<ItemReference, PageRange, PagedResult<T>> list, Func<T, bool>? filter = null)
        => ListEachAsync(
            pipeline, _topics, list, FailureOf, filter is null ? null : (_, item) => filter(item), explain: NearNames.AmongTopicsAsync);

    /// <summary>Reads the items of each topic with one request per topic.</summary>
    /// <param name="pipeline">Where the objects go.</param>
    /// <param name="read">Reads it of a topic.</param>
    /// <param name="progress">Counts topics; null if they take little time.</param>
    private protected async Task ReadAsync<T>(
        IPipeline pipeline, Func<ItemReference, CancellationToken, Task<IReadOnlyList<T>>> read, TopicProgress? progress = null)
    {
        progress?.Expect(_topics.Count);
        InstanceRefusals refusals = new(MyInvocation.MyCommand.Name);
        await EmitEachAsync(
            pipeline,
            _topics,
            ThrottleLimit,
            (topic, cancellationToken) => TryAsync(topic, read, refusals, cancellationToken),
            FailureOf,
            progress is null ? null : progress.Count).ConfigureAwait(false);
        progress?.End();
    }

    private async Task<IReadOnlyList<T>> TryAsync<T>(
        ItemReference topic, Func<ItemReference, CancellationToken, Task<IReadOnlyList<T>>> read, InstanceRefusals refusals, CancellationToken cancellationToken)
    {
        try
        {
            return await read(topic, cancellationToken).ConfigureAwait(false);
        }
        catch (DmsException error) when (Failures.IsOfInstance(error))
        {
            refusals.ThrowOnce(topic, error);
            return [];
        }
        catch (DmsException error)
        {
            throw new FailureException(await FailureOf(topic, error).AmongTopicsAsync(topic, cancellationToken).ConfigureAwait(false));
        }
    }
}
