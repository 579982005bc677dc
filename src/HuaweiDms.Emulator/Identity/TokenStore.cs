using System.Collections.Concurrent;
using System.Security.Cryptography;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Identity;

/// <summary>The issued tokens. They are kept in memory only, so clients must sign in again after a restart.</summary>
internal sealed class TokenStore(ServiceTime time)
{
    /// <summary>Section 3.2. Measured on the clock, regardless of the speed.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, IssuedToken> _tokens = new(StringComparer.Ordinal);

    public IssuedToken Issue(ProjectState? project)
    {
        DateTimeOffset now = time.UtcNow;
        foreach (KeyValuePair<string, IssuedToken> old in _tokens)
        {
            // Expired tokens are kept for another day, so that a late client is told that its token expired rather than that it
            // never existed.
            if (old.Value.ExpiresAt + Lifetime < now)
                _tokens.TryRemove(old.Key, out _);
        }
        byte[] secret = new byte[96];
        using (RandomNumberGenerator random = RandomNumberGenerator.Create())
            random.GetBytes(secret);
        IssuedToken token = new("MII" + Convert.ToBase64String(secret), project?.Id, now, now + Lifetime);
        _tokens[token.Value] = token;
        return token;
    }

    public IssuedToken? Find(string value) => _tokens.TryGetValue(value, out IssuedToken? token) ? token : null;

    public void Clear() => _tokens.Clear();
}
