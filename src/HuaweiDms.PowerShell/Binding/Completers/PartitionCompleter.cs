using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Proposes the partitions of the topic on the command line by number, shown with what they hold; none where it names none.</summary>
public sealed class PartitionCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => CompletionCache.Partitions(boundParameters)
            .Where(partition => partition.Partition is not null)
            .Select(partition => new Proposal(
                Format("{0}", partition.Partition), Format("offsets {0} to {1}, {2:# message|messages}", partition.StartOffset, partition.EndOffset, partition.MessageCount)));
}
