using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// A cmdlet for the placement of replicas: collects plan rows and checks them against the topics and brokers of each instance.
/// </summary>
public abstract class PlacementCmdlet : InstancesCmdlet
{
    private protected const string Rows = "Rows";
    private protected const string File = "File";

    private readonly PerInstance<List<PlanRow>> _rows = new(_ => []);

    /// <summary>The brokers, by number; the first one is the preferred leader.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Rows, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BrokerCompleter))]
    public BrokerReference[] Broker { get; set; } = [];

    /// <summary>A plan: a CSV or JSON file, or objects with Topic, Partition and Broker.</summary>
    [Parameter(Mandatory = true, ParameterSetName = File)]
    [ValidateNotNullOrEmpty]
    public object[] Plan { get; set; } = [];

    /// <summary>The topics in a record.</summary>
    private protected abstract string[] TopicsOfRecord { get; }

    /// <summary>The partition in a record; null if there is none.</summary>
    private protected abstract WholeNumber? PartitionOfRecord { get; }

    /// <summary>The number of replicas in a record; null if there is none.</summary>
    private protected virtual WholeNumber? ReplicationOfRecord => null;

    /// <summary>Processes the valid plans.</summary>
    private protected abstract Task RunAsync(IPipeline pipeline, IReadOnlyList<InstancePlan> plans);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        List<PlanRow> rows = ParameterSetName == File
            ? [.. new PlanReader(this).Read(Plan, WriteError)]
            : [.. TopicsOfRecord.Select(topic => PlanRow.Of(topic, PartitionOfRecord, Broker, ReplicationOfRecord, WriteError)).OfType<PlanRow>()];
        foreach (FoundInstance found in Resolve(InstanceId))
            _rows[found].AddRange(rows);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        IReadOnlyList<Draft> drafts = Drafts();
        if (drafts.Count > 0)
            RunReporting(pipeline => PlanAsync(pipeline, drafts));
    }

    /// <summary>Returns the functions that create the plan of each instance.</summary>
    private protected virtual IReadOnlyList<Draft> Drafts() =>
    [
        .. from plan in _rows.All
           where plan.Own.Count > 0
           select new Draft(plan.Found, pipeline => InstancePlan.MakeAsync(plan.Found.Context, plan.Found.Instance, plan.Own, pipeline.Stop)),
    ];

    private async Task PlanAsync(IPipeline pipeline, IReadOnlyList<Draft> drafts)
    {
        WorkItem[] reads =
        [
            .. drafts.Select(draft => new WorkItem(
                draft.Found.Instance.Subject, draft.Found.Instance.Id, async inner => await draft.MakeAsync(inner).ConfigureAwait(false))),
        ];
        List<InstancePlan> plans = await ItemRunner.ReadAsync<InstancePlan>(pipeline, reads, Purpose, ThrottleLimit).ConfigureAwait(false);
        foreach (Failure refusal in plans.SelectMany(plan => plan.Refusals))
            await pipeline.WriteErrorAsync(refusal).ConfigureAwait(false);
        plans.RemoveAll(plan => plan.Topics.Count == 0);
        if (plans.Count > 0)
            await RunAsync(pipeline, plans).ConfigureAwait(false);
    }

    /// <summary>A plan that has not been created yet.</summary>
    /// <param name="Found">The instance.</param>
    /// <param name="MakeAsync">Makes it.</param>
    private protected sealed record Draft(FoundInstance Found, Func<IPipeline, Task<InstancePlan>> MakeAsync);
}
