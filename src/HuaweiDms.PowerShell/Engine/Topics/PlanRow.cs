using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A row of a plan: the new brokers of a topic or of one of its partitions.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Partition">The partition; null if the whole topic is spread.</param>
/// <param name="Brokers">The brokers, in the order given.</param>
/// <param name="ReplicationFactor">The number of replicas if the topic is spread; null keeps the current number.</param>
internal sealed record PlanRow(string Topic, int? Partition, IReadOnlyList<int> Brokers, int? ReplicationFactor = null)
{
    /// <summary>Creates a row; reports an invalid value and returns null.</summary>
    public static PlanRow? Of(string topic, WholeNumber? partition, IReadOnlyList<BrokerReference> brokers, WholeNumber? replicationFactor, Action<Failure> report)
    {
        if (Check(topic, partition, brokers, replicationFactor) is { } failure)
        {
            report(failure);
            return null;
        }
        return new(topic, partition?.Value, [.. brokers.SelectMany(broker => broker.Numbers)], replicationFactor?.Value);
    }

    private static Failure? Check(string topic, WholeNumber? partition, IReadOnlyList<BrokerReference> brokers, WholeNumber? replicationFactor)
    {
        if (partition?.IsBad == true || partition?.Value < 0)
            return Failures.OfTopic(topic, "Partition", partition, Text.PartitionNumberRule);
        if (brokers.FirstOrDefault(broker => broker.Bad is not null) is { } bad)
            return Failures.OfTopic(topic, "Broker", bad, BrokerReference.NamesList(bad.Bad) ? Text.ListInCellRule : Text.BrokerNumberRule);
        return replicationFactor?.IsBad == true ? Failures.OfTopic(topic, "ReplicationFactor", replicationFactor, Text.WholeNumberRule, 1, 3) : null;
    }
}
