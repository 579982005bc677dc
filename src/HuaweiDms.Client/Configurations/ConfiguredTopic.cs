namespace HuaweiDms;

/// <summary>A topic in the configuration of an instance; what is null is not said.</summary>
public sealed class ConfiguredTopic
{
    /// <summary>The name; topics are told apart by case.</summary>
    public string? Name { get; set; }

    /// <summary>The number of partitions.</summary>
    public int? PartitionCount { get; set; }

    /// <summary>How many brokers keep each partition.</summary>
    public int? ReplicationFactor { get; set; }

    /// <summary>How long messages are kept, in hours.</summary>
    public int? RetentionHours { get; set; }

    /// <summary>Whether a message counts as written only when all replicas have it.</summary>
    public bool? SyncReplication { get; set; }

    /// <summary>Whether each message is put on the disk at once.</summary>
    public bool? SyncFlush { get; set; }

    /// <summary>Other settings and their values, by name.</summary>
    public IDictionary<string, object?>? Config { get; set; }

    /// <summary>Free text; empty where there is none.</summary>
    public string? Description { get; set; }

    /// <summary>Users and what each may do: see <see cref="TopicAccess"/>.</summary>
    public IDictionary<string, string>? Access { get; set; }

    /// <summary>What it is like, in a few words.</summary>
    public override string ToString()
    {
        (string Noun, int? Count)[] parts = [("partitions", PartitionCount), ("replicas", ReplicationFactor), ("hours", RetentionHours)];
        return string.Join(", ", parts.Where(part => part.Count is not null).Select(part => FormattableString.Invariant($"{part.Count} {part.Noun}")));
    }
}
