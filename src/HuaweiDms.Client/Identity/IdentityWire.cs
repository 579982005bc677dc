using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>Response of 8.4.</summary>
internal sealed class ProjectList
{
    [JsonPropertyName("projects")]
    public List<Project?>? Projects { get; set; }

    [JsonPropertyName("links")]
    public ProjectLinks? Links { get; set; }
}

/// <summary>The link to the next page of a list of projects.</summary>
internal sealed class ProjectLinks
{
    [JsonPropertyName("next")]
    public string? Next { get; set; }
}

/// <summary>Request body of 3.2: the password of a user, with the scope of one project.</summary>
internal sealed class TokenRequest
{
    [JsonPropertyName("auth")]
    public required TokenAuth Auth { get; set; }

    public static TokenRequest For(string domainName, string userName, Secret password, string? projectId, string? projectName)
        => new()
        {
            Auth = new()
            {
                Identity = new() { Password = new() { User = new() { Name = userName, Password = password, Domain = new() { Name = domainName } } } },
                Scope = new() { Project = new() { Id = projectId, Name = projectId is null ? projectName : null } },
            },
        };
}

internal sealed class TokenAuth
{
    [JsonPropertyName("identity")]
    public required TokenIdentity Identity { get; set; }

    [JsonPropertyName("scope")]
    public required TokenScope Scope { get; set; }
}

internal sealed class TokenIdentity
{
    [JsonPropertyName("methods")]
    public string[] Methods { get; } = ["password"];

    [JsonPropertyName("password")]
    public required TokenPassword Password { get; set; }
}

internal sealed class TokenPassword
{
    [JsonPropertyName("user")]
    public required TokenUser User { get; set; }
}

internal sealed class TokenUser
{
    [JsonPropertyName("name")]
    public required string Name { get; set; }

    [JsonPropertyName("password")]
    [JsonConverter(typeof(SecretConverter))]
    public required Secret Password { get; set; }

    [JsonPropertyName("domain")]
    public required TokenName Domain { get; set; }
}

internal sealed class TokenScope
{
    [JsonPropertyName("project")]
    public required TokenName Project { get; set; }
}

internal sealed class TokenName
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }
}

/// <summary>Response of 3.2; the token itself is in a header.</summary>
internal sealed class TokenResponse
{
    [JsonPropertyName("token")]
    public TokenFacts? Token { get; set; }
}

internal sealed class TokenFacts
{
    [JsonPropertyName("expires_at")]
    public DateTimeOffset? ExpiresAt { get; set; }
}
