using HuaweiDms.Authentication;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>The name and password of an IAM user. Tokens are obtained with them (3.2) and renewed before their 24 hours are over.</summary>
public sealed class PasswordCredential : DmsCredential
{
    private TokenProvider? _tokens;

    /// <summary>Creates a credential for a user. The credential owns the secret and wipes it when it is disposed.</summary>
    /// <param name="domainName">The name of the account.</param>
    /// <param name="userName">The name of the IAM user; for the account itself, repeat the name of the account.</param>
    /// <param name="password">The password.</param>
    /// <exception cref="DmsException">A value is empty.</exception>
    public PasswordCredential(string domainName, string userName, Secret password)
    {
        DomainName = string.IsNullOrWhiteSpace(domainName) ? throw DmsErrors.EmptySecret(nameof(DomainName)) : domainName;
        UserName = string.IsNullOrWhiteSpace(userName) ? throw DmsErrors.EmptySecret(nameof(UserName)) : userName;
        Password = password.Reveal().IsEmpty ? throw DmsErrors.EmptySecret(nameof(Password)) : password;
    }

    /// <inheritdoc/>
    public override string Kind => "password";

    /// <inheritdoc/>
    public override string Identity => $"{UserName}@{DomainName}";

    internal string DomainName { get; }

    internal string UserName { get; }

    internal Secret Password { get; }

    internal override bool CanRenew => true;

    /// <summary>Sets how a token is obtained. The client supplies this, because it is a call like any other.</summary>
    internal void Use(Func<CancellationToken, Task<IssuedToken>> issue, TimeProvider time)
        => Interlocked.Exchange(ref _tokens, new(issue, time))?.Dispose();

    internal override async ValueTask AuthenticateAsync(
        HttpRequestMessage request, RequestTarget target, byte[] body, DateTimeOffset now, CancellationToken stop)
    {
        TokenProvider tokens = _tokens ?? throw new InvalidOperationException("A password credential requires a client that obtains tokens with it.");
        TokenCredential.Put(request, await tokens.GetAsync(stop).ConfigureAwait(false));
    }

    internal override void Invalidate(HttpRequestMessage refused)
    {
        if (refused.Headers.TryGetValues(TokenCredential.Header, out IEnumerable<string>? values))
            _tokens?.Refused(values.First());
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _tokens?.Dispose();
        Password.Dispose();
    }
}
