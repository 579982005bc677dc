using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Reads the brokers of instances, their controller, and how many topics, partitions and replicas they hold (5.2.6), with -Detailed
/// also which partitions lack a leader or replicas, and what each broker leads and keeps (5.5.3, 5.5.8).
/// </summary>
[Cmdlet(VerbsCommon.Get, "DmsCluster")]
[OutputType("HuaweiDms.Cluster")]
public sealed class GetDmsCluster : InstanceReadCmdlet
{
    private Throttle? _throttle;
    private TopicProgress? _progress;

    /// <summary>Reads the replicas of all topics, too, of which the service tells one topic a second and instance.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    private protected override Func<IPipeline, Task<object?>> Reader(DmsContext context, InstanceReference instance)
        => Detailed
            ? async pipeline => await new ClusterDetails(context, instance, _throttle!, _progress!).ReadAsync(pipeline.Stop).ConfigureAwait(false)
            : async pipeline => await context.Client.Cluster.GetAsync(instance.Id, pipeline.Stop).ConfigureAwait(false);

    private protected override async Task RunAsync(IPipeline pipeline, IReadOnlyList<WorkItem> items)
    {
        using Throttle throttle = new(ThrottleLimit);
        (_throttle, _progress) = (throttle, new(pipeline, "Reading replicas", "replicas"));
        await base.RunAsync(pipeline, items).ConfigureAwait(false);
    }
}
