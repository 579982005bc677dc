using System.Collections.Concurrent;
using System.Security.Cryptography;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Identity;

/// <summary>The tokens that are out. They live in memory only: after a restart everybody signs in again.</summary>
internal sealed class TokenStore(ServiceTime time)
{
    /// <summary>Section 3.2. The clock's own hours, whatever the speed.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, IssuedToken> _tokens = new(StringComparer.Ordinal);

    public IssuedToken Issue(ProjectState? project)
    {
        DateTimeOffset now = time.UtcNow;
        foreach (KeyValuePair<string, IssuedToken> old in _tokens)
        {
            // Kept for a day beyond their end, so that a late caller learns that the token expired rather than that it never was.
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
