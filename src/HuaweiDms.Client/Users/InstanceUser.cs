using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A user of an instance who can sign in over SASL (5.7). Not an IAM user of the account.</summary>
public sealed class InstanceUser : InstanceResource
{
    /// <summary>The name, which is case-sensitive.</summary>
    [JsonPropertyName("user_name")]
    public string? UserName { get; set; }

    /// <summary>The same as <see cref="UserName"/>, for scripts that expect a property Name.</summary>
    [JsonIgnore]
    public string? Name => UserName;

    /// <summary>The description; null if there is none.</summary>
    [JsonPropertyName("user_desc")]
    public string? Description { get; set; }

    /// <summary>The role, such as <c>guest</c>.</summary>
    [JsonPropertyName("role")]
    public string? Role { get; set; }

    /// <summary>Whether the service reports it as the default application: the user created when SASL was enabled.</summary>
    [JsonPropertyName("default_app")]
    public bool? DefaultApp { get; set; }

    /// <summary>The creation time.</summary>
    [JsonPropertyName("created_time")]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>Returns the name.</summary>
    public override string ToString() => UserName ?? string.Empty;
}
