namespace HuaweiDms;

/// <summary>A topic (5.5.3; v1.0: 7.1.1.8).</summary>
public sealed class Topic : TopicResource
{
    private const int SystemType = 1;

    private TopicUsage? _usage;

    /// <summary>The name, which is case-sensitive.</summary>
    public string? Name
    {
        get => base.Topic;
        set => base.Topic = value;
    }

    /// <summary>The number of partitions.</summary>
    public int? PartitionCount { get; set; }

    /// <summary>The number of replicas of each partition.</summary>
    public int? ReplicationFactor { get; set; }

    /// <summary>How long messages are retained, in hours.</summary>
    public int? RetentionHours { get; set; }

    /// <summary>Whether a message counts as written only when all replicas have it; producers must also use acks=-1.</summary>
    public bool? SyncReplication { get; set; }

    /// <summary>Whether each message is flushed to the disk immediately, which is slower.</summary>
    public bool? SyncFlush { get; set; }

    /// <summary>Other settings and their values, such as <c>max.message.bytes</c>; numeric values are numbers.</summary>
    public TopicConfigs Config => field ??= TopicConfigs.Of(ConfigDetails);

    /// <summary>The same settings with their defaults and accepted values; null in v1.0, which does not report them.</summary>
    public TopicConfig[]? ConfigDetails { get; set; }

    /// <summary>The description, as free text.</summary>
    public string? Description { get; set; }

    /// <summary>The creation time.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>The kind of topic: 0 for an ordinary topic, 1 for one that the service uses itself.</summary>
    public int? TopicType { get; set; }

    /// <summary>Whether the service uses the topic itself, such as <c>__consumer_offsets</c>; such topics are not changed.</summary>
    public bool IsSystem => TopicType == SystemType || IsSystemName(Name);

    /// <summary>Whether only the default policy determines access.</summary>
    public bool? HasOnlyDefaultPolicy { get; set; }

    /// <summary>The extended settings.</summary>
    public object? ExternalConfigs { get; set; }

    /// <summary>
    /// The size of all replicas in bytes; 0 if it is less than 1 KB. This and the following properties are null if the topic was only
    /// listed.
    /// </summary>
    public long? SizeBytes => _usage?.SizeBytes;

    /// <summary>The number of messages; compacted topics contain fewer.</summary>
    public long? MessageCount => _usage?.MessageCount;

    /// <summary>The time when the earliest message was produced; null also if there are no messages.</summary>
    public DateTimeOffset? FirstMessageAt => _usage?.FirstMessageAt;

    /// <summary>The time of the last write; null also if nothing was written.</summary>
    public DateTimeOffset? LastMessageAt => _usage?.LastMessageAt;

    /// <summary>The groups that read the topic.</summary>
    public string[]? ConsumerGroups => _usage?.ConsumerGroups;

    /// <summary>The expected size when the oldest messages reach the retention time, at the same write rate as before.</summary>
    public long? ExpectedSizeBytes => _usage?.ExpectedSizeBytes;

    /// <summary>Returns whether a name is that of a topic that the service uses itself.</summary>
    /// <param name="name">The name of the topic.</param>
    public static bool IsSystemName(string? name) => name?.StartsWith("__", StringComparison.Ordinal) == true;

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name ?? string.Empty;

    /// <summary>Adds the usage, which lists do not contain.</summary>
    internal void Add(TopicUsage usage) => _usage = usage;
}
