namespace HuaweiDms.Authentication;

/// <summary>
/// The token of a user: issued on first use, shared by all requests, and replaced before it expires or when the service rejects it.
/// </summary>
internal sealed class TokenProvider(Func<CancellationToken, Task<IssuedToken>> issue, TimeProvider time) : IDisposable
{
    /// <summary>The lifetime of a token (3.2), used if the response does not state it.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Calls wait up to 50 minutes in total, but never with a single request: half an hour is ample.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(30);

    private readonly RenewableValue<IssuedToken> _token = new(issue, Margin, time);

    /// <summary>Returns a token that is valid now.</summary>
    public async ValueTask<string> GetAsync(CancellationToken stop)
        => (await _token.GetAsync(stop).ConfigureAwait(false)).Token.RevealText();

    /// <summary>Discards a token that the service rejected; a newer one is kept.</summary>
    public void Refused(string token) => _token.Forget(issued => issued.Token.RevealText() == token);

    public void Dispose() => _token.Dispose();
}
