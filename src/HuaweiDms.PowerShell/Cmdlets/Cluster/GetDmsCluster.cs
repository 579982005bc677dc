using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Reads the brokers of instances, their controller, and the numbers of topics, partitions and replicas (5.2.6). With -Detailed, also
/// reads which partitions lack a leader or have out-of-sync replicas, and what each broker leads and stores (5.5.3, 5.5.8).
/// </summary>
[Cmdlet(VerbsCommon.Get, "DmsCluster")]
[OutputType("HuaweiDms.Cluster")]
public sealed class GetDmsCluster : InstanceReadCmdlet
{
    private Throttle? _throttle;
    private TopicProgress? _progress;

    /// <summary>Also reads the replicas of all topics. The service reports one topic per second and instance.</summary>
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
