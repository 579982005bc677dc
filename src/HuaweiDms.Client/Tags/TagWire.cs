using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Response of 5.10.2.</summary>
internal sealed class InstanceTagList
{
    [JsonPropertyName("tags")]
    public List<InstanceTag>? Tags { get; set => field = value ?? []; }
}

/// <summary>Response of 5.10.3.</summary>
internal sealed class ProjectTagList
{
    [JsonPropertyName("tags")]
    public List<ProjectTag>? Tags { get; set => field = value ?? []; }
}

/// <summary>Request body of 5.10.1.</summary>
internal sealed class TagAction
{
    [JsonPropertyName("action")]
    public required string Action { get; set; }

    [JsonPropertyName("tags")]
    public required IReadOnlyList<TagChange> Tags { get; set; }
}

/// <summary>A tag to set or, with only a key, to remove.</summary>
internal sealed class TagChange
{
    [JsonPropertyName("key")]
    public required string Key { get; set; }

    [JsonPropertyName("value")]
    public string? Value { get; set; }
}
