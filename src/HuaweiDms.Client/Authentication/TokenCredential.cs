using HuaweiDms.Authentication;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>A token that the caller already has (3.2). It is valid for at most 24 hours and cannot be renewed here.</summary>
public sealed class TokenCredential : DmsCredential
{
    internal const string Header = "X-Auth-Token";
    private readonly Secret _token;

    /// <summary>
    /// Creates a credential that sends the token with every request. It owns the secret and wipes it when it is disposed.
    /// </summary>
    /// <param name="token">The token.</param>
    /// <exception cref="DmsException">The token is empty or contains characters that a token cannot have.</exception>
    public TokenCredential(Secret token) => _token = HeaderText.Checked("Token", token);

    /// <inheritdoc/>
    public override string Kind => "token";

    /// <inheritdoc/>
    public override string Identity => "(given)";

    internal override ValueTask AuthenticateAsync(
        HttpRequestMessage request, RequestTarget target, byte[] body, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Put(request, _token.RevealText());
        return default;
    }

    internal static void Put(HttpRequestMessage request, string token)
    {
        request.Headers.Remove(Header);
        request.Headers.TryAddWithoutValidation(Header, token);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _token.Dispose();
}
