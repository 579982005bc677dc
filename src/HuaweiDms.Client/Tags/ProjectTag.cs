using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A tag key that instances of the project have, with all of its values (5.10.3).</summary>
public sealed class ProjectTag : DmsResource
{
    /// <summary>The key.</summary>
    [JsonPropertyName("key")]
    public string? Key { get; set; }

    /// <summary>The distinct values.</summary>
    [JsonPropertyName("values")]
    public string[]? Values { get; set; }

    /// <summary>Returns the key and the values.</summary>
    public override string ToString() => $"{Key}={string.Join(", ", Values ?? [])}";
}
