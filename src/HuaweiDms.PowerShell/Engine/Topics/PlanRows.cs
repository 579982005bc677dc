using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Makes rows of plans out of what was given.</summary>
internal static class PlanRows
{
    /// <summary>A row; null where a value is none, which is reported.</summary>
    public static PlanRow? ToRow(string topic, WholeNumber? partition, IReadOnlyList<BrokerReference> brokers, WholeNumber? replicationFactor, Action<Failure> report)
    {
        Failure? failure = partition?.IsBad == true || partition?.Value < 0 ? Failures.OfTopic(topic, "Partition", partition, Text.PartitionNumberRule)
            : brokers.FirstOrDefault(broker => broker.Bad is not null) is { } bad ? Failures.OfTopic(topic, "Broker", bad, BrokerReference.NamesList(bad.Bad) ? Text.ListInCellRule : Text.BrokerNumberRule)
            : replicationFactor?.IsBad == true ? Failures.OfTopic(topic, "ReplicationFactor", replicationFactor, Text.WholeNumberRule, 1, 3)
            : null;
        if (failure is null)
            return new PlanRow(topic, partition?.Value, [.. brokers.SelectMany(broker => broker.Numbers)], replicationFactor?.Value);
        report(failure);
        return null;
    }
}
