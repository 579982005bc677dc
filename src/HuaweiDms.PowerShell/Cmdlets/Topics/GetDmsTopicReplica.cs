using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Lists the replicas of topics and the brokers that hold them (5.5.8). The service reports one topic per second and instance; several
/// instances are read in parallel.
/// </summary>
[Cmdlet(VerbsCommon.Get, "DmsTopicReplica", SupportsPaging = true)]
[OutputType("HuaweiDms.TopicReplica")]
public sealed class GetDmsTopicReplica : TopicListCmdlet
{
    /// <summary>Only these partitions, by number.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(PartitionCompleter))]
    public int[]? Partition { get; set; }

    private protected override Task ListAsync(IPipeline pipeline)
        => ReadAsync(
            pipeline,
            async (topic, cancellationToken) =>
            {
                IReadOnlyList<TopicReplica> replicas
                    = await topic.Context.Client.Replicas.ListAsync(topic.Instance.Id, topic.Name, cancellationToken).ConfigureAwait(false);
                return Partition is null ? replicas : [.. replicas.Where(replica => Array.Exists(Partition, number => number == replica.Partition))];
            },
            new(pipeline, "Reading replicas", "replicas"));
}
