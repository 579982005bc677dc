namespace HuaweiDms;

/// <summary>A topic in the configuration of an instance; null means unspecified.</summary>
public sealed class ConfiguredTopic
{
    /// <summary>The name, which is case-sensitive.</summary>
    public string? Name { get; set; }

    /// <summary>The number of partitions.</summary>
    public int? PartitionCount { get; set; }

    /// <summary>The number of replicas of each partition.</summary>
    public int? ReplicationFactor { get; set; }

    /// <summary>How long messages are retained, in hours.</summary>
    public int? RetentionHours { get; set; }

    /// <summary>Whether a message counts as written only when all replicas have it.</summary>
    public bool? SyncReplication { get; set; }

    /// <summary>Whether each message is flushed to the disk immediately.</summary>
    public bool? SyncFlush { get; set; }

    /// <summary>Other settings and their values, by name.</summary>
    public IDictionary<string, object?>? Config { get; set; }

    /// <summary>The description, as free text; empty if there is none.</summary>
    public string? Description { get; set; }

    /// <summary>The permissions, by user: see <see cref="TopicAccess"/>.</summary>
    public IDictionary<string, string>? Access { get; set; }

    /// <summary>Returns the numbers of partitions, replicas and hours, as far as specified.</summary>
    public override string ToString()
    {
        (string Noun, int? Count)[] parts = [("partitions", PartitionCount), ("replicas", ReplicationFactor), ("hours", RetentionHours)];
        return string.Join(", ", parts.Where(part => part.Count is not null).Select(part => FormattableString.Invariant($"{part.Count} {part.Noun}")));
    }
}
