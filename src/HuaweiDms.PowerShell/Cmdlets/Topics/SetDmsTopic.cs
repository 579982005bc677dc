using System.Collections.Concurrent;
using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Changes topics (5.5.4), with one request for many topics of an instance. What is already as requested is not sent. Prompts for
/// confirmation before messages are lost.
/// </summary>
[Cmdlet(VerbsCommon.Set, "DmsTopic", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.Topic")]
public sealed class SetDmsTopic : NamedTopicCmdlet
{
    private readonly ConcurrentDictionary<(DmsContext, InstanceReference), IReadOnlyList<int>> _brokers = new();
    private bool _namesBrokers;

    /// <summary>The number of partitions, at most 200. Partitions can only be added.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue]
    public WholeNumber? PartitionCount { get; set; }

    /// <summary>The brokers for added partitions.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BrokerCompleter))]
    public BrokerReference?[]? NewPartitionBroker { get; set; }

    /// <summary>The current number of replicas; use Start-DmsPartitionReassignment to change it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue]
    public WholeNumber? ReplicationFactor { get; set; }

    /// <summary>The retention time in hours, 1 to 720.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue]
    [Hours]
    public WholeNumber? RetentionHours { get; set; }

    /// <summary>Whether a message counts as written only when all replicas have it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public Flag? SyncReplication { get; set; }

    /// <summary>Whether each message is written to disk immediately.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public Flag? SyncFlush { get; set; }

    /// <summary>Other settings, as @{ 'max.message.bytes' = 1048576 }.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public ConfigTable? Config { get; set; }

    /// <summary>The description.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    /// <summary>Emits each topic in its new state.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string Purpose => "Change topic";

    private protected override string ServiceAction => "update";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string name in Name.Where(IsTopic))
        {
            TopicRequest request = new(name)
            {
                PartitionCount = PartitionCount,
                NewPartitionBroker = NewPartitionBroker,
                ReplicationFactor = ReplicationFactor,
                RetentionHours = RetentionHours,
                SyncReplication = SyncReplication,
                SyncFlush = SyncFlush,
                Config = Config,
                Description = CommandLine.Description(nameof(Name), Description),
            };
            if (TopicRules.Check(request, v1: false) is { } failure)
                WriteError(failure);
            else if (request.IsEmpty)
                WriteError(Failures.NothingToChange("-PartitionCount, -RetentionHours, -SyncReplication, -SyncFlush, -Config, -Description"));
            else
            {
                _namesBrokers |= request.NewBrokers is not null;
                Collect(nameof(Name), name, request, merge: known => request.HasSameValues((TopicRequest)known) ? known : null);
            }
        }
    }

    /// <summary>The brokers are read only if some are named, because the service does not reject an unknown one.</summary>
    private protected override async Task<Dictionary<string, object>> ReadPresentAsync(
        DmsContext context, InstanceReference instance, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (_namesBrokers)
            _brokers[(context, instance)] = await InstanceBrokers.NumbersAsync(context, instance.Id, cancellationToken).ConfigureAwait(false);
        return await base.ReadPresentAsync(context, instance, names, cancellationToken).ConfigureAwait(false);
    }

    private protected override TopicPlan Plan(BatchItem item, object present, object request)
    {
        if (_brokers.TryGetValue((item.Context, item.Within!), out IReadOnlyList<int>? brokers)
            && TopicRules.CheckBrokers((TopicRequest)request, item.Within!.Subject, brokers) is { } unknown)
            return TopicPlan.Refused(unknown);
        TopicChangePlan change = new((Topic)present, (TopicRequest)request);
        if (change.Refusal is not null)
            return TopicPlan.Refused(change.Refusal);
        return change.IsEmpty ? TopicPlan.Nothing : TopicPlan.To(change.Action, change.Update, change.IsLoss, change.Warning);
    }

    private protected override Task<IReadOnlyList<TopicActionResult>> SendAsync(IPipeline pipeline, FoundInstance found, IReadOnlyList<object> payloads)
        => found.Context.Client.Topics.UpdateAsync(found.Instance.Id, [.. payloads.Cast<TopicUpdate>()], pipeline.Stop);

    private protected override async Task FinishAsync(
        IPipeline pipeline, IReadOnlyList<BatchItem> items, IReadOnlyDictionary<BatchItem, TopicActionResult> results)
    {
        if (!PassThru)
            return;
        WorkItem[] reads =
        [
            .. items.Where(item => !results.TryGetValue(item, out TopicActionResult? result) || result.Succeeded)
                .GroupBy(item => item.RequestKey, (_, group) => group.ToList())
                .Select(group => new WorkItem(group[0].Within!.Subject, group[0].Within!.Id, async inner =>
                {
                    Dictionary<string, Topic> topics = await TopicLookup.FindAsync(
                        group[0].Context, group[0].Within!.Id, group.Select(item => item.Id), inner.Stop).ConfigureAwait(false);
                    return group.Where(item => topics.ContainsKey(item.Id)).Select(item => topics[item.Id]).ToList();
                })),
        ];
        await ItemRunner.RunAsync(pipeline, reads, "Read", Throttle.DefaultLimit).ConfigureAwait(false);
    }
}
