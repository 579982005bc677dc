using HuaweiDms.Authentication;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>The name and password of an IAM user. Tokens are obtained with them (3.2) and renewed before their 24 hours are over.</summary>
public sealed class PasswordCredential : DmsCredential
{
    /// <summary>Calls wait up to 50 minutes in total, but never with a single request: half an hour is ample.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(30);

    private RenewableValue<IssuedToken>? _token;

    /// <summary>Creates a credential for a user. The credential owns the secret and wipes it when it is disposed.</summary>
    /// <param name="domainName">The name of the account.</param>
    /// <param name="userName">The name of the IAM user; for the account itself, repeat the name of the account.</param>
    /// <param name="password">The password.</param>
    /// <exception cref="DmsException">A value is empty.</exception>
    public PasswordCredential(string domainName, string userName, Secret password)
    {
        DomainName = string.IsNullOrWhiteSpace(domainName) ? throw DmsErrors.EmptySecret(nameof(DomainName)) : domainName;
        UserName = string.IsNullOrWhiteSpace(userName) ? throw DmsErrors.EmptySecret(nameof(UserName)) : userName;
        Password = password is null || password.Reveal().IsEmpty ? throw DmsErrors.EmptySecret(nameof(Password)) : password;
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
        => Interlocked.Exchange(ref _token, new(issue, Margin, time))?.Dispose();

    internal override async ValueTask AuthenticateAsync(
        HttpRequestMessage request, RequestTarget target, byte[] body, DateTimeOffset now, CancellationToken cancellationToken)
    {
        RenewableValue<IssuedToken> token = _token ?? throw new InvalidOperationException("A password credential requires a client that obtains tokens with it.");
        IssuedToken issued = await token.GetAsync(cancellationToken).ConfigureAwait(false);
        TokenCredential.Put(request, issued.Token.RevealText());
    }

    internal override void Invalidate(HttpRequestMessage refused)
    {
        if (_token is not null && refused.Headers.TryGetValues(TokenCredential.Header, out IEnumerable<string>? values))
        {
            string sent = values.First();
            _token.Forget(issued => issued.Token.RevealText() == sent);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _token?.Dispose();
        Password.Dispose();
    }
}
