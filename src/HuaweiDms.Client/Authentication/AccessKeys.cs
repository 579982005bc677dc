namespace HuaweiDms.Authentication;

/// <summary>A set of keys that belong together.</summary>
internal sealed class AccessKeys : IPerishable
{
    public AccessKeys(string accessKey, Secret secretKey, Secret? securityToken, DateTimeOffset expiresAt)
    {
        AccessKey = HeaderText.Checked("AccessKey", accessKey);
        SecretKey = secretKey.Reveal().IsEmpty ? throw DmsErrors.EmptySecret("SecretKey") : secretKey;
        SecurityToken = securityToken is null ? null : HeaderText.Checked("SecurityToken", securityToken);
        ExpiresAt = expiresAt;
    }

    public string AccessKey { get; }

    public Secret SecretKey { get; }

    public Secret? SecurityToken { get; }

    public DateTimeOffset ExpiresAt { get; }

    /// <summary>Enough of the key to know it again, too little to use it.</summary>
    public string MaskedKey => AccessKey.Length < 12
        ? AccessKey.Substring(0, Math.Min(2, AccessKey.Length)) + "****"
        : AccessKey.Substring(0, 4) + "****" + AccessKey.Substring(AccessKey.Length - 2);

    public void Dispose()
    {
        SecretKey.Dispose();
        SecurityToken?.Dispose();
    }
}
