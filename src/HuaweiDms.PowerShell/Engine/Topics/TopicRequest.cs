using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The requested values of a topic; null for a value that is not given.</summary>
internal sealed class TopicRequest(string name)
{
    public string Name { get; } = name;

    public WholeNumber? PartitionCount { get; init; }

    public WholeNumber? ReplicationFactor { get; init; }

    public WholeNumber? RetentionHours { get; init; }

    public Flag? SyncReplication { get; init; }

    public Flag? SyncFlush { get; init; }

    public ConfigTable? Config { get; init; }

    public string? Description { get; init; }

    public BrokerReference?[]? NewPartitionBroker { get; init; }

    /// <summary>The brokers in <see cref="NewPartitionBroker"/>; null for none.</summary>
    public IReadOnlyList<int>? NewBrokers
        => NewPartitionBroker?.OfType<BrokerReference>().SelectMany(broker => broker.Numbers).ToList() is { Count: > 0 } brokers ? brokers : null;

    /// <summary>Whether only the name is given.</summary>
    public bool IsEmpty => HasSameValues(new(Name));

    private (int?, int?, int?, bool?, bool?, string?, string, string) Values
        => (
            PartitionCount?.Value, ReplicationFactor?.Value, RetentionHours?.Value, SyncReplication?.Value, SyncFlush?.Value, Description,
            $"{Config}", string.Join(",", NewBrokers ?? []));

    /// <summary>Whether another request has the same values, as many records of one topic do.</summary>
    public bool HasSameValues(TopicRequest other) => Values == other.Values;
}
