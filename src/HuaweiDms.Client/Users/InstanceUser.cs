using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Somebody who may log in to an instance over SASL (5.7). Not a user of the account.</summary>
public sealed class InstanceUser : InstanceResource
{
    /// <summary>The name; upper and lower case differ.</summary>
    [JsonPropertyName("user_name")]
    public string? UserName { get; set; }

    /// <summary>The same name, for whoever asks every object for its name.</summary>
    [JsonIgnore]
    public string? Name => UserName;

    /// <summary>The description; null where there is none.</summary>
    [JsonPropertyName("user_desc")]
    public string? Description { get; set; }

    /// <summary>The role, such as <c>guest</c>.</summary>
    [JsonPropertyName("role")]
    public string? Role { get; set; }

    /// <summary>Whether the service calls it the default application: the user that SASL was turned on with.</summary>
    [JsonPropertyName("default_app")]
    public bool? DefaultApp { get; set; }

    /// <summary>When it was created.</summary>
    [JsonPropertyName("created_time")]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => UserName ?? string.Empty;
}
