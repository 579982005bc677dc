namespace HuaweiDms.Authentication;

/// <summary>A user's token: issued when first needed, shared by all requests, replaced before its end or when refused.</summary>
internal sealed class TokenProvider(Func<CancellationToken, Task<IssuedToken>> issue, TimeProvider time) : IDisposable
{
    /// <summary>How long a token lives (3.2), for an answer that does not say.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Calls wait up to 50 minutes in all, but never with one request: half an hour is ample.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(30);

    private readonly Renewing<IssuedToken> _token = new(issue, Margin, time);

    /// <summary>A token that is good now.</summary>
    public async ValueTask<string> GetAsync(CancellationToken stop)
        => (await _token.GetAsync(stop).ConfigureAwait(false)).Token.RevealText();

    /// <summary>Forgets a token the service refused; a newer one stays.</summary>
    public void Refused(string token) => _token.Forget(issued => issued.Token.RevealText() == token);

    public void Dispose() => _token.Dispose();
}
