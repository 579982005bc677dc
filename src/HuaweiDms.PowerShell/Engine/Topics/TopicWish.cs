using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>What a record says about a topic; null where it says nothing.</summary>
internal sealed class TopicWish(string name)
{
    public string Name { get; } = name;

    public WholeNumber? PartitionCount { get; init; }

    public WholeNumber? ReplicationFactor { get; init; }

    public WholeNumber? RetentionHours { get; init; }

    public Flag? SyncReplication { get; init; }

    public Flag? SyncFlush { get; init; }

    public ConfigTable? Config { get; init; }

    public string? Description { get; init; }

    public BrokerReference[]? NewPartitionBroker { get; init; }

    /// <summary>The brokers in <see cref="NewPartitionBroker"/>; null where none are.</summary>
    public IReadOnlyList<int>? NewBrokers
        => NewPartitionBroker?.SelectMany(broker => broker.Numbers).ToList() is { Count: > 0 } brokers ? brokers : null;

    /// <summary>Whether nothing is said but the name.</summary>
    public bool IsEmpty
        => (PartitionCount?.Value, ReplicationFactor?.Value, RetentionHours?.Value, SyncReplication?.Value, SyncFlush?.Value, Description) is (null, null, null, null, null, null)
            && NewBrokers is null && Config is null or { Items.Count: 0 };
}
