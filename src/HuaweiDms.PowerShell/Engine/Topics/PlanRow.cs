namespace HuaweiDms.PowerShell.Engine;

/// <summary>A row of a plan: where the replicas of a topic, or of one partition of it, are to be.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Partition">The partition; null where the topic is spread.</param>
/// <param name="Brokers">The brokers, in the order given.</param>
/// <param name="ReplicationFactor">How many of them keep each partition, where the topic is spread; null leaves it as it is.</param>
internal sealed record PlanRow(string Topic, int? Partition, IReadOnlyList<int> Brokers, int? ReplicationFactor = null);
