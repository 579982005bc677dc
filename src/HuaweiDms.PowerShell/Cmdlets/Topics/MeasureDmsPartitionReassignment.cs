using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Estimates how long it takes to move partitions to other brokers (5.2.11). Nothing is moved.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "DmsPartitionReassignment", DefaultParameterSetName = Rows)]
[OutputType("HuaweiDms.PartitionReassignment")]
public sealed class MeasureDmsPartitionReassignment : ReassignmentCmdlet
{
    private const string EstimateType = "HuaweiDms.PartitionReassignment#Estimate";

    private protected override string Purpose => "Measure reassignment";

    private protected override Task RunAsync(IPipeline pipeline, IReadOnlyList<InstancePlan> plans)
        => ItemRunner.RunAsync(
            pipeline,
            [.. plans.Select(plan => new WorkItem(plan.Instance.Subject, plan.Instance.Id, async inner => await EstimateAsync(plan, inner.Stop).ConfigureAwait(false)))],
            Purpose,
            ThrottleLimit);

    private async Task<PartitionReassignment> EstimateAsync(InstancePlan plan, CancellationToken cancellationToken)
    {
        PartitionReassignment estimate
            = await plan.Context.Client.Replicas.EstimateAsync(plan.Instance.Id, plan.Topics, ThrottleMBps, cancellationToken).ConfigureAwait(false);
        estimate.Previous = [.. plan.Previous];
        PSObject.AsPSObject(estimate).TypeNames.Insert(0, EstimateType);
        return estimate;
    }
}
