namespace HuaweiDms.PowerShell.Engine;

/// <summary>A credential, where it was found, and what was found with it.</summary>
/// <param name="Credential">Proves who calls.</param>
/// <param name="Source">Where it was found, as the connection shows it.</param>
internal sealed record CredentialOrigin(DmsCredential Credential, string Source)
{
    public string? Region { get; init; }

    public string? ProjectId { get; init; }

    public string? ProjectName { get; init; }

    public Uri? Endpoint { get; init; }

    public Uri? IamEndpoint { get; init; }

    /// <summary>The handler for requests that do not leave the process.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>The time for signing requests; null for the computer's clock.</summary>
    public Func<DateTimeOffset>? UtcNow { get; init; }

    /// <summary>A credential from the parameters of the command.</summary>
    public static CredentialOrigin Given(DmsCredential credential) => new(credential, "parameters");

    /// <summary>Searches the places where credentials are kept.</summary>
    /// <param name="sources">The places to search.</param>
    /// <param name="profile">The section of the profile file; null for the default one.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DmsException">There is no credential, or it cannot be read.</exception>
    public static async Task<CredentialOrigin> FindAsync(CredentialSources sources, string? profile, CancellationToken cancellationToken)
    {
        FoundCredential found
            = await CredentialChain.FindAsync(new() { Sources = sources, ProfileName = profile }, cancellationToken).ConfigureAwait(false);
        return new(found.Credential, found.Source)
        {
            Region = found.Region,
            ProjectId = found.ProjectId,
            ProjectName = found.ProjectName,
            IamEndpoint = found.IamEndpoint,
        };
    }
}
