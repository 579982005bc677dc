using HuaweiDms.Authentication;

namespace HuaweiDms;

/// <summary>
/// Finds a credential where the tools of the service keep theirs: environment variables, then the profile file, then instance metadata.
/// </summary>
public static class CredentialChain
{
    /// <summary>Returns the first credential that a source has.</summary>
    /// <param name="options">The sources to search; null searches all of them.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="DmsException">
    /// No source has a credential (the message gives the reason for each), or a source holds one that is incomplete or malformed.
    /// </exception>
    public static async Task<FoundCredential> FindAsync(CredentialChainOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        List<string> reasons = [];
        foreach (ICredentialSource source in SourcesOf(options))
        {
            cancellationToken.ThrowIfCancellationRequested();
            CredentialSearchResult result = await source.FindAsync(cancellationToken).ConfigureAwait(false);
            if (result.Found is not null)
                return result.Found;
            reasons.Add(result.Reason!);
            // Somebody intended to use this incomplete credential; trying the next source could act for a different account.
            if (result.IsBroken)
                break;
        }

        throw DmsErrors.CredentialNotFound(reasons, options.Sources, options.Section, options.NamedFile ?? "~/.huaweicloud/credentials");
    }

    /// <summary>Returns the names of the sections of the credentials file; none if the file does not exist.</summary>
    /// <param name="options">Where the file is.</param>
    internal static IReadOnlyList<string> ProfileNames(CredentialChainOptions options) => new ProfileSource(options).Names;

    private static IEnumerable<ICredentialSource> SourcesOf(CredentialChainOptions options)
    {
        if (options.Sources.HasFlag(CredentialSources.Environment))
            yield return new EnvironmentSource(options);
        if (options.Sources.HasFlag(CredentialSources.Profile))
            yield return new ProfileSource(options);
        if (options.Sources.HasFlag(CredentialSources.Metadata))
            yield return new MetadataSource(options);
    }
}
