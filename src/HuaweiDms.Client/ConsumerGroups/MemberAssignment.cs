using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>The partitions of a topic that a member reads (5.6.1).</summary>
public sealed class MemberAssignment
{
    /// <summary>The name of the topic.</summary>
    [JsonPropertyName("topic")]
    public string? Topic { get; set; }

    /// <summary>The partition numbers.</summary>
    [JsonPropertyName("partitions")]
    [JsonConverter(typeof(NumberedNamesConverter))]
    public int[]? Partitions { get; set; }

    /// <summary>Returns topic and partitions, such as <c>orders[0,2]</c>.</summary>
    public override string ToString() => $"{Topic}[{string.Join(",", Partitions ?? [])}]";
}
