using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Proposes names of the topics of the instance on the command line; none where it names none.</summary>
public sealed class TopicNameCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => CompletionCache.Topics(boundParameters)
            .Where(topic => topic.Name is not null)
            .OrderBy(topic => topic.IsSystem)
            .Select(topic => new Proposal(topic.Name!, $"{Of(topic.PartitionCount, "partition")}, {Of(topic.ReplicationFactor, "replica")}"));
}

/// <summary>Proposes what a user may do with a topic.</summary>
public sealed class TopicAccessCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => [new("All", "Produce and consume"), new("Publish", "Produce"), new("Subscribe", "Consume"), new("None", "Nothing; beside -Merge")];
}
