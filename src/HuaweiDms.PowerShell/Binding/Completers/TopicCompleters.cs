using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Proposes the topics of the instance on the command line; none if there is no instance.</summary>
public sealed class TopicNameCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => SystemLast(CompletionCache.Topics(boundParameters).Where(topic => topic.Name is not null))
            .Select(topic => new Proposal(topic.Name!, $"{Counted(topic.PartitionCount, "partition")}, {Counted(topic.ReplicationFactor, "replica")}"));

    /// <summary>Moves the service's own topics to the end; the others follow as they are read.</summary>
    private static IEnumerable<Topic> SystemLast(IEnumerable<Topic> topics)
    {
        List<Topic> system = [];
        foreach (Topic topic in topics)
        {
            if (topic.IsSystem)
                system.Add(topic);
            else
                yield return topic;
        }
        foreach (Topic topic in system)
            yield return topic;
    }
}

/// <summary>Proposes the permissions of a user on a topic.</summary>
public sealed class TopicAccessCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => [new("All", "Produce and consume"), new("Publish", "Produce"), new("Subscribe", "Consume"), new("None", "No permission; with -Merge")];
}
