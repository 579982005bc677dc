using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Proposes the partition numbers of the topic on the command line, shown with their contents; none if there is no topic.
/// </summary>
public sealed class PartitionCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => CompletionCache.Partitions(boundParameters)
            .Where(partition => partition.Partition is not null)
            .Select(partition => new Proposal(
                Format("{0}", partition.Partition), Format("offsets {0} to {1}, {2:# message|messages}", partition.StartOffset, partition.EndOffset, partition.MessageCount)));
}
