namespace HuaweiDms.Authentication;

/// <summary>Keys or a token with a known expiry time.</summary>
internal interface IExpiring : IDisposable
{
    /// <summary>The time from which the service rejects it.</summary>
    DateTimeOffset ExpiresAt { get; }
}
