namespace HuaweiDms.Emulator.Hosting;

/// <summary>The three parts of an Authorization header with a signature.</summary>
internal sealed class AuthorizationHeader(string accessKey, IReadOnlyList<string> signedHeaders, string signature)
{
    public const string Algorithm = "SDK-HMAC-SHA256";

    public string AccessKey { get; } = accessKey;

    /// <summary>The header names as written in the Authorization header.</summary>
    public IReadOnlyList<string> SignedHeaders { get; } = signedHeaders;

    public string Signature { get; } = signature;

    /// <summary>Parses the header; returns null if it uses another scheme.</summary>
    public static AuthorizationHeader? Parse(string text)
    {
        if (!text.StartsWith(Algorithm + " ", StringComparison.Ordinal))
            return null;
        string? access = null, headers = null, signature = null;
        foreach (string part in text.Substring(Algorithm.Length).Split(','))
        {
            string item = part.Trim();
            access ??= After(item, "Access=");
            headers ??= After(item, "SignedHeaders=");
            signature ??= After(item, "Signature=");
        }
        return access is null || headers is null || signature is null ? null : new(access, headers.Split(';'), signature);
    }

    private static string? After(string item, string name)
        => item.StartsWith(name, StringComparison.Ordinal) ? item.Substring(name.Length) : null;
}
