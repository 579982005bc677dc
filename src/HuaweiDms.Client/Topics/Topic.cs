namespace HuaweiDms;

/// <summary>A topic (5.5.3; v1.0: 7.1.1.8).</summary>
public sealed class Topic : TopicResource
{
    private const int SystemType = 1;

    private TopicUsage? _usage;

    /// <summary>The name; topics are told apart by case.</summary>
    public string? Name
    {
        get => base.Topic;
        set => base.Topic = value;
    }

    /// <summary>The number of partitions.</summary>
    public int? PartitionCount { get; set; }

    /// <summary>How many brokers keep each partition.</summary>
    public int? ReplicationFactor { get; set; }

    /// <summary>How long messages are kept, in hours.</summary>
    public int? RetentionHours { get; set; }

    /// <summary>Whether a message counts as written only when all replicas have it; producers need acks=-1 for that.</summary>
    public bool? SyncReplication { get; set; }

    /// <summary>Whether each message is put on the disk at once, which is slower.</summary>
    public bool? SyncFlush { get; set; }

    /// <summary>Other settings and their values, such as <c>max.message.bytes</c>; numbers are numbers.</summary>
    public TopicConfigs Config => field ??= TopicConfigs.Of(ConfigDetails);

    /// <summary>The same settings with their defaults and what they may be; null in v1.0, which does not tell of them.</summary>
    public TopicConfig[]? ConfigDetails { get; set; }

    /// <summary>Free text.</summary>
    public string? Description { get; set; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>What kind of topic: 0 for an ordinary one, 1 for one of the service's own.</summary>
    public int? TopicType { get; set; }

    /// <summary>Whether it is one of the service's own, such as <c>__consumer_offsets</c>; those are not changed.</summary>
    public bool IsSystem => TopicType == SystemType || IsSystemName(Name);

    /// <summary>Whether only the default policy decides who may use it.</summary>
    public bool? HasOnlyDefaultPolicy { get; set; }

    /// <summary>Extended settings.</summary>
    public object? ExternalConfigs { get; set; }

    /// <summary>The space of all its replicas in bytes; 0 where that is less than 1 KB. Null where it was only listed, as what follows.</summary>
    public long? SizeBytes => _usage?.SizeBytes;

    /// <summary>How many messages there are; fewer in a topic that is compacted.</summary>
    public long? MessageCount => _usage?.MessageCount;

    /// <summary>When the earliest message was produced; null without any, too.</summary>
    public DateTimeOffset? FirstMessageAt => _usage?.FirstMessageAt;

    /// <summary>When something was last written; null where nothing was, too.</summary>
    public DateTimeOffset? LastMessageAt => _usage?.LastMessageAt;

    /// <summary>The groups that read it.</summary>
    public string[]? ConsumerGroups => _usage?.ConsumerGroups;

    /// <summary>The size once the oldest messages are as old as the retention lets them become, if as much is written as until now.</summary>
    public long? ExpectedSizeBytes => _usage?.ExpectedSizeBytes;

    /// <summary>Whether a name is one of the service's own topics.</summary>
    /// <param name="name">The name.</param>
    public static bool IsSystemName(string? name) => name?.StartsWith("__", StringComparison.Ordinal) == true;

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? string.Empty;

    /// <summary>Adds what it holds and who reads it, which lists do not tell.</summary>
    internal void Add(TopicUsage usage) => _usage = usage;
}
