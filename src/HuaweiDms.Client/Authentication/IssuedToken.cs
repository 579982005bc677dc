namespace HuaweiDms.Authentication;

/// <summary>A token issued by the identity service (3.2).</summary>
internal sealed class IssuedToken(Secret token, DateTimeOffset expiresAt) : IExpiring
{
    public Secret Token { get; } = HeaderText.Checked("X-Subject-Token", token);

    public DateTimeOffset ExpiresAt { get; } = expiresAt;

    public void Dispose() => Token.Dispose();
}
