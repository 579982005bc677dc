namespace HuaweiDms.Authentication;

/// <summary>A place that may hold a credential.</summary>
internal interface ICredentialSource
{
    ValueTask<CredentialSearchResult> FindAsync(CancellationToken cancellationToken);
}
