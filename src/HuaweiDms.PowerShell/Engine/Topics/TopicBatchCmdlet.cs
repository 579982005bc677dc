using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Changes topics: collects the pipeline input, reads the current topics, prompts for each topic in input order, and sends the
/// confirmed changes in as few requests as possible. A bad topic does not affect the others.
/// </summary>
public abstract class TopicBatchCmdlet : DmsCmdlet, IForceable
{
    private readonly List<BatchItem> _items = [];
    private readonly Dictionary<BatchItem, object> _requests = [];
    private readonly Dictionary<BatchItem, TopicPlan> _plans = [];

    /// <summary>
    /// The instances, by id or as objects from Get-DmsInstance. The names have the first position, so that they can be typed after
    /// a pipeline.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>Skips the confirmation prompt. -WhatIf still changes nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The service's word for the action, for the result.</summary>
    private protected abstract string ServiceAction { get; }

    /// <summary>The maximum number of topics per request.</summary>
    private protected abstract int BatchSize { get; }

    /// <summary>Reads topics of one instance by name; each result is a topic, or the failure to find or read it.</summary>
    private protected abstract Task<Dictionary<string, object>> ReadPresentAsync(
        DmsContext context, InstanceReference instance, IReadOnlyList<string> names, CancellationToken cancellationToken);

    /// <summary>Plans the change of a topic.</summary>
    /// <param name="item">The topic.</param>
    /// <param name="present">The current state.</param>
    /// <param name="request">The request of the record.</param>
    private protected abstract TopicPlan Plan(BatchItem item, object present, object request);

    /// <summary>Sends one request for topics of one instance, with the payload that was planned for each.</summary>
    private protected abstract Task<IReadOnlyList<TopicActionResult>> SendAsync(IPipeline pipeline, FoundInstance found, IReadOnlyList<object> payloads);

    /// <summary>Continues after everything was sent.</summary>
    /// <param name="pipeline">Where objects go.</param>
    /// <param name="items">The topics that are now as requested, in input order.</param>
    /// <param name="results">The service's result for each; null for those that needed no change.</param>
    private protected abstract Task FinishAsync(IPipeline pipeline, IReadOnlyList<BatchItem> items, IReadOnlyDictionary<BatchItem, TopicActionResult> results);

    /// <summary>The plan of a topic.</summary>
    private protected TopicPlan PlanOf(BatchItem item) => _plans[item];

    /// <summary>Keeps a topic of each instance for the end.</summary>
    /// <param name="parameter">The parameter that supplied the name.</param>
    /// <param name="name">The name; a pattern is reported.</param>
    /// <param name="request">What is to become of it.</param>
    /// <param name="merge">Combines two requests for the same topic; returns null if they conflict.</param>
    private protected void Collect(string parameter, string name, object request, Func<object, object?> merge)
    {
        foreach (ItemReference topic in NamedTopics(parameter, [name], InstanceId))
        {
            BatchItem item = new(topic.Context, topic.Name, Name: null, Within: topic.Instance);
            if (!_requests.TryGetValue(item, out object? known))
            {
                _items.Add(item);
                _requests.Add(item, request);
            }
            else if (merge(known) is { } merged)
                _requests[item] = merged;
            else
                WriteError(Failures.InvalidArgument(parameter, name, Format(Text.TopicTwiceRule, topic.Instance.Subject)));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_items.Count > 0)
            RunReporting(RunAsync);
    }

    private async Task RunAsync(IPipeline pipeline)
    {
        HashSet<BatchItem> done = [];
        IReadOnlyList<BatchItem> agreed = await AgreeAsync(pipeline, done).ConfigureAwait(false);
        Dictionary<BatchItem, TopicActionResult> results = [];
        await BatchRunner.RunAsync(
            agreed,
            BatchSize,
            async (items, _) => await SendAsync(
                pipeline, new(items[0].Context, items[0].Within!), [.. items.Select(item => _plans[item].Payload!)]).ConfigureAwait(false),
            item => new TopicActionResult { Topic = item.Id, Action = ServiceAction }.In(item.Context, item.Within!),
            async (item, result, error) =>
            {
                results[item] = (TopicActionResult)result;
                if (result.Succeeded)
                {
                    done.Add(item);
                    return;
                }
                await pipeline.WriteErrorAsync(error is null
                    ? Failures.ItemFailed(result, Purpose, item.Subject)
                    : Failures.From(error, item.Id, Purpose, item.Subject)).ConfigureAwait(false);
            },
            pipeline.Stop).ConfigureAwait(false);
        await FinishAsync(pipeline, [.. _items.Where(item => done.Contains(item) || results.ContainsKey(item))], results).ConfigureAwait(false);
    }

    /// <summary>Returns the topics with a confirmed change.</summary>
    private async Task<IReadOnlyList<BatchItem>> AgreeAsync(IPipeline pipeline, HashSet<BatchItem> done)
    {
        Dictionary<FoundInstance, Dictionary<string, object>> present = await ReadPresentAsync(pipeline).ConfigureAwait(false);
        List<BatchItem> agreed = [];
        foreach (BatchItem item in _items)
        {
            if (!present.TryGetValue(new(item.Context, item.Within!), out Dictionary<string, object>? found))
                continue;
            TopicPlan plan = PlanFor(item, found);
            _plans[item] = plan;
            if (plan.Refusal is not null)
                await pipeline.WriteErrorAsync(plan.Refusal).ConfigureAwait(false);
            else if (plan.Action is null)
            {
                pipeline.WriteVerbose(Format(Text.NothingLeftToDo, item.Subject));
                done.Add(item);
            }
            else
            {
                if (plan.Warning is { } warning)
                    pipeline.WriteWarning(warning);
                if (await pipeline.AskAsync(item.Subject, plan.Action, isHarmless: !plan.IsLoss).ConfigureAwait(false))
                    agreed.Add(item);
            }
        }
        return agreed;
    }

    /// <summary>Reads the current topics of each instance. An instance that cannot be read is one failure and is missing.</summary>
    private async Task<Dictionary<FoundInstance, Dictionary<string, object>>> ReadPresentAsync(IPipeline pipeline)
    {
        WorkItem[] reads =
        [
            .. _items.GroupBy(item => new FoundInstance(item.Context, item.Within!), item => item.Id).Select(
                names => new WorkItem(names.Key.Instance.Subject, names.Key.Instance.Id, async inner =>
                    (names.Key, await ReadPresentAsync(names.Key.Context, names.Key.Instance, [.. names], inner.Stop).ConfigureAwait(false)))),
        ];
        List<(FoundInstance Found, Dictionary<string, object> Topics)> read
            = await ItemRunner.ReadAsync<(FoundInstance, Dictionary<string, object>)>(pipeline, reads, Purpose, Throttle.DefaultLimit).ConfigureAwait(false);
        return read.ToDictionary(one => one.Found, one => one.Topics);
    }

    private TopicPlan PlanFor(BatchItem item, Dictionary<string, object> present)
    {
        object found = present[item.Id];
        return found is Failure failure ? TopicPlan.Refused(failure) : Plan(item, found, _requests[item]);
    }
}
