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

    public static CredentialSearchResult Nothing(string text, params object?[] values) => new(found: null, Format(text, values), isBroken: false);

    public static CredentialSearchResult Broken(string text, params object?[] values) => new(found: null, Format(text, values), isBroken: true);
}
