namespace HuaweiDms.Authentication;

/// <summary>A proof that ends at a known time.</summary>
internal interface IPerishable : IDisposable
{
    /// <summary>From when on the service refuses it.</summary>
    DateTimeOffset ExpiresAt { get; }
}
