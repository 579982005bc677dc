using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>Response of 5.7.1.</summary>
internal sealed class InstanceUserList
{
    [JsonPropertyName("users")]
    public List<InstanceUser>? Users { get; set => field = value ?? []; }
}

/// <summary>Request body of 5.7.2.</summary>
internal sealed class NewInstanceUser
{
    [JsonPropertyName("user_name")]
    public required string UserName { get; set; }

    [JsonPropertyName("user_desc")]
    public string? Description { get; set; }

    [JsonPropertyName("user_passwd")]
    [JsonConverter(typeof(SecretConverter))]
    public required Secret Password { get; set; }
}

/// <summary>Request body of 5.7.3.</summary>
internal sealed class UserDeletion
{
    [JsonPropertyName("action")]
    public string Action { get; set; } = "delete";

    [JsonPropertyName("users")]
    public required IReadOnlyList<string> Users { get; set; }
}

/// <summary>Request body of 5.7.5. The name equals that in the path: the reference does not say that it can be changed.</summary>
internal sealed class InstanceUserUpdate
{
    [JsonPropertyName("user_name")]
    public required string UserName { get; set; }

    [JsonPropertyName("user_desc")]
    public required string Description { get; set; }
}
