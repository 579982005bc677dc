using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A key that instances of a project have as a tag, with every value it has there (5.10.3).</summary>
public sealed class ProjectTag : DmsResource
{
    /// <summary>The key.</summary>
    [JsonPropertyName("key")]
    public string? Key { get; set; }

    /// <summary>The values it has, each once.</summary>
    [JsonPropertyName("values")]
    public string[]? Values { get; set; }

    /// <summary>Key and values.</summary>
    public override string ToString() => $"{Key}={string.Join(", ", Values ?? [])}";
}
