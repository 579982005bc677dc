using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Response of 5.7.6.</summary>
internal sealed class AccessPolicyResponse
{
    [JsonPropertyName("topic_type")]
    public int? TopicType { get; set; }

    [JsonPropertyName("policies")]
    public List<AccessPolicyItem?>? Policies { get; set; }
}

/// <summary>The permission of a user in 5.7.6 and 5.7.7.</summary>
internal sealed class AccessPolicyItem
{
    [JsonPropertyName("owner")]
    public bool? IsOwner { get; set; }

    [JsonPropertyName("user_name")]
    public string? UserName { get; set; }

    [JsonPropertyName("access_policy")]
    public string? Access { get; set; }
}

/// <summary>Request body of 5.7.7.</summary>
internal sealed class AccessPolicyBody
{
    [JsonPropertyName("topics")]
    public required IReadOnlyList<AccessPolicyTopic> Topics { get; set; }
}

/// <summary>A topic of 5.7.7 with its complete access policies.</summary>
internal sealed class AccessPolicyTopic
{
    [JsonPropertyName("name")]
    public required string Name { get; set; }

    [JsonPropertyName("policies")]
    public required IReadOnlyList<AccessPolicyItem> Policies { get; set; }
}
