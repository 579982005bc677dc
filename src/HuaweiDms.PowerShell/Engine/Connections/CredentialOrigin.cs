namespace HuaweiDms.PowerShell.Engine;

/// <summary>A credential, where it was found, and what was found with it.</summary>
/// <param name="Credential">Proves who calls.</param>
/// <param name="Source">Where it was found, as a connection tells it.</param>
internal sealed record CredentialOrigin(DmsCredential Credential, string Source)
{
    public string? Region { get; init; }

    public string? ProjectId { get; init; }

    public string? ProjectName { get; init; }

    public Uri? Endpoint { get; init; }

    public Uri? IamEndpoint { get; init; }

    /// <summary>Sends the requests, where they do not go out.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>The time that requests are signed with; null takes the computer's.</summary>
    public Func<DateTimeOffset>? UtcNow { get; init; }
}
