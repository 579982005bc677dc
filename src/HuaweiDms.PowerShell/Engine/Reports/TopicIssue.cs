using System.Globalization;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>An issue of a topic that needs attention or is worth knowing.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="What">What it is.</param>
/// <param name="IsRisk">Whether messages may be lost or refused because of it.</param>
internal sealed record TopicIssue(string Topic, string What, bool IsRisk)
{
    private const string MinimumInSync = "min.insync.replicas";

    /// <summary>Finds the issues of topics, risks first.</summary>
    /// <param name="topics">The topics.</param>
    /// <param name="brokers">The number of brokers; null if unknown.</param>
    /// <param name="replicas">The replicas that were read; a topic without any is not checked for them.</param>
    public static IReadOnlyList<TopicIssue> Of(IEnumerable<Topic> topics, int? brokers, IReadOnlyList<TopicReplica> replicas)
    {
        ILookup<string, TopicReplica> read = replicas.ToLookup(replica => replica.Topic ?? string.Empty, StringComparer.Ordinal);
        return
        [
            .. topics.SelectMany(topic => Of(topic, brokers, [.. read[topic.Name!]]))
                .OrderByDescending(issue => issue.IsRisk).ThenBy(issue => issue.Topic, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<TopicIssue> Of(Topic topic, int? brokers, TopicReplica[] replicas)
    {
        string name = topic.Name!;
        if (topic.ReplicationFactor == 1 && brokers != 1)
            yield return new(name, "Only one replica: while its broker is down, the partition is unavailable, and data lost on its disk is lost.", IsRisk: true);
        if (topic.ReplicationFactor > 1 && Number(topic, MinimumInSync) is { } needed && needed >= topic.ReplicationFactor)
            yield return new(name, $"{MinimumInSync} is {needed} of {topic.ReplicationFactor}: with one broker down, producers that wait for all replicas are refused.", IsRisk: true);
        if (replicas.Length == 0)
            yield break;
        if (Array.TrueForAll(replicas, replica => replica.EndOffset is 0))
            yield return new(name, "No message was ever written to it.", IsRisk: false);
        else if (Array.TrueForAll(replicas, replica => replica.ConsumerGroups.Length == 0))
            yield return new(name, "No consumer group reads it.", IsRisk: false);
    }

    private static long? Number(Topic topic, string config)
        => topic.Config.TryGetValue(config, out object? value) && value is not null
            && long.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), NumberStyles.Integer, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;
}
