using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>
/// Proves to the service who calls. Made by <see cref="AccessKeyCredential"/>, <see cref="TokenCredential"/>,
/// <see cref="PasswordCredential"/>, or found by <see cref="CredentialChain"/>.
/// </summary>
public abstract class DmsCredential : IDisposable
{
    private protected DmsCredential()
    {
    }

    /// <summary>What it is: <c>access key</c>, <c>temporary access key</c>, <c>token</c>, <c>password</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Whose it is, in a form that may be shown.</summary>
    public abstract string Identity { get; }

    /// <summary>Whether a refused proof can be replaced by a new one.</summary>
    internal virtual bool CanRenew => false;

    /// <summary>Kind and identity; never a secret.</summary>
    public override string ToString() => $"{Kind} {Identity}";

    /// <summary>Wipes what is secret.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Puts the proof into a request's headers; called anew for every attempt, because a signature carries a date.</summary>
    internal abstract ValueTask AuthenticateAsync(
        HttpRequestMessage request, RequestTarget target, byte[] body, DateTimeOffset now, CancellationToken stop);

    /// <summary>Forgets the proof that <paramref name="refused"/> carried. A newer one, got meanwhile for another request, stays.</summary>
    internal virtual void Invalidate(HttpRequestMessage refused)
    {
    }

    /// <summary>Wipes what is secret.</summary>
    /// <param name="disposing">Always true: there is nothing unmanaged.</param>
    protected abstract void Dispose(bool disposing);
}
