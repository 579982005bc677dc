using System.Text.Json.Serialization;

namespace HuaweiDms.Bench.Floor;

/// <summary>The fields that a table of topics shows, and a few more.</summary>
public sealed class FloorTopic
{
    public string? Name { get; set; }

    public int? Partition { get; set; }

    public int? Replication { get; set; }

    public int? RetentionTime { get; set; }

    public bool? SyncReplication { get; set; }

    public bool? SyncMessageFlush { get; set; }

    public int? TopicType { get; set; }

    public string? TopicDesc { get; set; }

    public long? CreatedAt { get; set; }

    public FloorConfig[]? TopicOtherConfigs { get; set; }
}

public sealed class FloorConfig
{
    public string? Name { get; set; }

    public string? Value { get; set; }

    public string? DefaultValue { get; set; }

    public string? ValidValues { get; set; }
}

public sealed class FloorTopicPage
{
    public int Total { get; set; }

    public FloorTopic[] Topics { get; set; } = [];
}

public sealed class FloorInstance
{
    public string? Name { get; set; }

    public string? InstanceId { get; set; }

    public string? Status { get; set; }

    public string? EngineVersion { get; set; }

    public string? Specification { get; set; }

    public int? StorageSpace { get; set; }

    public int? BrokerNum { get; set; }

    public string? CreatedAt { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(FloorTopicPage))]
[JsonSerializable(typeof(FloorInstance))]
internal sealed partial class FloorJson : JsonSerializerContext;
