using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A row of a plan: where the replicas of a topic, or of one partition of it, are to be.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Partition">The partition; null where the topic is spread.</param>
/// <param name="Brokers">The brokers, in the order given.</param>
/// <param name="ReplicationFactor">How many of them keep each partition, where the topic is spread; null leaves it as it is.</param>
internal sealed record PlanRow(string Topic, int? Partition, IReadOnlyList<int> Brokers, int? ReplicationFactor = null)
{
    /// <summary>The row that was given; null where a value is none, which is reported.</summary>
    public static PlanRow? Of(string topic, WholeNumber? partition, IReadOnlyList<BrokerReference> brokers, WholeNumber? replicationFactor, Action<Failure> report)
    {
        Failure? failure = partition?.IsBad == true || partition?.Value < 0 ? Failures.OfTopic(topic, "Partition", partition, Text.PartitionNumberRule)
            : brokers.FirstOrDefault(broker => broker.Bad is not null) is { } bad ? Failures.OfTopic(topic, "Broker", bad, BrokerReference.NamesList(bad.Bad) ? Text.ListInCellRule : Text.BrokerNumberRule)
            : replicationFactor?.IsBad == true ? Failures.OfTopic(topic, "ReplicationFactor", replicationFactor, Text.WholeNumberRule, 1, 3)
            : null;
        if (failure is null)
            return new(topic, partition?.Value, [.. brokers.SelectMany(broker => broker.Numbers)], replicationFactor?.Value);
        report(failure);
        return null;
    }
}
