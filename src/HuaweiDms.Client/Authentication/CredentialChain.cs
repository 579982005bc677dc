using HuaweiDms.Authentication;

namespace HuaweiDms;

/// <summary>Finds a credential where the service's own tools keep theirs: the environment, then the profile file, then instance metadata.</summary>
public static class CredentialChain
{
    /// <summary>The first credential the sources have.</summary>
    /// <param name="options">Where to look; null looks everywhere.</param>
    /// <param name="stop">Ends the search.</param>
    /// <exception cref="DmsException">No source had one (each says why), or one holds something that is half done or broken.</exception>
    public static async Task<FoundCredential> FindAsync(CredentialChainOptions? options = null, CancellationToken stop = default)
    {
        options ??= new();
        List<string> reasons = [];
        foreach (ICredentialSource source in SourcesOf(options))
        {
            stop.ThrowIfCancellationRequested();
            SourceAnswer answer = await source.FindAsync(stop).ConfigureAwait(false);
            if (answer.Found is not null)
                return answer.Found;
            reasons.Add(answer.Reason!);
            // Half a credential was meant to be used: going on could act for somebody else.
            if (answer.IsBroken)
                break;
        }

        throw DmsErrors.CredentialNotFound(reasons, options.Section, options.NamedFile ?? "~/.huaweicloud/credentials");
    }

    /// <summary>The sections of the credentials file; none where there is no such file.</summary>
    /// <param name="options">Where it is.</param>
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
