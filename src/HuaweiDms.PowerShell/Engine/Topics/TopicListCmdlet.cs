using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that lists something of topics: the lists of many topics are read at once.</summary>
public abstract class TopicListCmdlet : ListCmdlet
{
    private readonly List<ItemReference> _topics = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The topics, by name; those from Get-DmsTopic bring their instance along.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Topic { get; set; } = [];

    /// <summary>The instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>How many requests are under way at once.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [Integer]
    public int ThrottleLimit { get; set; } = Throttle.Usual;

    private protected override string Noun => "topic";

    /// <summary>Lists what is asked for of the topics.</summary>
    private protected abstract Task ListAsync(IPipeline pipeline);

    /// <summary>Each topic counts once: objects of partitions bring the same one many times.</summary>
    protected override void ProcessRecord()
        => _topics.AddRange(TopicSelection.Collect(this, nameof(Topic), Topic, Resolve(InstanceId), WriteError).Where(topic => _known.Add(topic.Key)));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_topics.Count > 0)
            RunReporting(ListAsync);
    }

    /// <summary>Lists something of each topic.</summary>
    /// <param name="pipeline">Where the objects go.</param>
    /// <param name="list">The list of a topic.</param>
    /// <param name="filter">What an object has to meet.</param>
    private protected Task ListAsync<T>(
        IPipeline pipeline, Func<ItemReference, PageRange, PagedResult<T>> list, Func<T, bool>? filter = null)
        => ListEachAsync(
            pipeline, _topics, ThrottleLimit, list, FailureOf, filter is null ? null : (_, item) => filter(item), explain: NearNames.AmongTopicsAsync);

    /// <summary>Lists something of each topic that the service has in one answer.</summary>
    /// <param name="pipeline">Where the objects go.</param>
    /// <param name="read">Reads it of a topic.</param>
    /// <param name="activity">What the progress is about; null shows none.</param>
    private protected async Task ReadAsync<T>(
        IPipeline pipeline, Func<ItemReference, CancellationToken, Task<IReadOnlyList<T>>> read, string? activity = null)
    {
        int readTopics = 0;
        try
        {
            await EmitEachAsync(pipeline, _topics, ThrottleLimit, (topic, stop) => TryAsync(topic, read, stop), FailureOf, () => Show(pipeline, activity, ++readTopics)).ConfigureAwait(false);
        }
        finally
        {
            if (activity is not null && !pipeline.Stop.IsCancellationRequested)
                pipeline.WriteProgress(new Progress(activity, "-", Completed: true));
        }
    }

    private async Task<T> TryAsync<T>(ItemReference topic, Func<ItemReference, CancellationToken, Task<T>> read, CancellationToken stop)
    {
        try
        {
            return await read(topic, stop).ConfigureAwait(false);
        }
        catch (DmsException error)
        {
            throw new FailureException(await FailureOf(topic, error).AmongTopicsAsync(topic, stop).ConfigureAwait(false));
        }
    }

    private void Show(IPipeline pipeline, string? activity, int count)
    {
        if (activity is not null && _topics.Count > 1)
            pipeline.WriteProgress(new Progress(activity, $"{count} of {_topics.Count}", count * 100 / _topics.Count));
    }
}
