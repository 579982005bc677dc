using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>
/// A credential that authenticates requests. Create an <see cref="AccessKeyCredential"/>, <see cref="TokenCredential"/> or <see
/// cref="PasswordCredential"/>, or let <see cref="CredentialChain"/> find one.
/// </summary>
public abstract class DmsCredential : IDisposable
{
    private protected DmsCredential()
    {
    }

    /// <summary>The kind of credential: <c>access key</c>, <c>temporary access key</c>, <c>token</c> or <c>password</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The owner of the credential, in a form that may be shown.</summary>
    public abstract string Identity { get; }

    /// <summary>Whether keys or a token that the service rejected can be replaced by new ones.</summary>
    internal virtual bool CanRenew => false;

    /// <summary>Returns the kind and the identity; never a secret.</summary>
    public override string ToString() => $"{Kind} {Identity}";

    /// <summary>Wipes the secrets.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Adds the authentication headers to a request. Called again for every attempt, because a signature contains the time.
    /// </summary>
    internal abstract ValueTask AuthenticateAsync(
        HttpRequestMessage request, RequestTarget target, byte[] body, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Discards the keys or the token that <paramref name="refused"/> was sent with. Newer ones, obtained in the meantime for another
    /// request, are kept.
    /// </summary>
    internal virtual void Invalidate(HttpRequestMessage refused)
    {
    }

    /// <summary>Wipes the secrets.</summary>
    /// <param name="disposing">Always true: there are no unmanaged resources.</param>
    protected abstract void Dispose(bool disposing);
}
