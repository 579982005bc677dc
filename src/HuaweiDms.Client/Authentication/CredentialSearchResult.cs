namespace HuaweiDms.Authentication;

/// <summary>A credential, or the reason why the source has none.</summary>
internal readonly struct CredentialSearchResult
{
    private CredentialSearchResult(FoundCredential? found, string? reason, bool isBroken)
    {
        Found = found;
        Reason = reason;
        IsBroken = isBroken;
    }

    public FoundCredential? Found { get; }

    public string? Reason { get; }

    /// <summary>Whether the source holds a credential that is incomplete or malformed.</summary>
    public bool IsBroken { get; }

    public static CredentialSearchResult Of(FoundCredential found) => new(found, reason: null, isBroken: false);

    public static CredentialSearchResult Nothing(string reason) => new(found: null, reason, isBroken: false);

    public static CredentialSearchResult Broken(string reason) => new(found: null, reason, isBroken: true);
}
