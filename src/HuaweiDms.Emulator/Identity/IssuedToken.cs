namespace HuaweiDms.Emulator.Identity;

/// <summary>A token issued for a password.</summary>
internal sealed class IssuedToken(string value, string? projectId, DateTimeOffset issuedAt, DateTimeOffset expiresAt)
{
    public string Value { get; } = value;

    /// <summary>The project it gives access to; null if none.</summary>
    public string? ProjectId { get; } = projectId;

    public DateTimeOffset IssuedAt { get; } = issuedAt;

    public DateTimeOffset ExpiresAt { get; } = expiresAt;
}
