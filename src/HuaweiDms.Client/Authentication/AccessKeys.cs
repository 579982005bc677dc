namespace HuaweiDms.Authentication;

/// <summary>An access key, its secret key and, if they are temporary, their security token.</summary>
internal sealed class AccessKeys : IExpiring
{
    public AccessKeys(string accessKey, Secret secretKey, Secret? securityToken, DateTimeOffset expiresAt)
    {
        AccessKey = HeaderText.Checked("AccessKey", accessKey);
        SecretKey = secretKey is null || secretKey.Reveal().IsEmpty ? throw DmsErrors.EmptySecret("SecretKey") : secretKey;
        SecurityToken = securityToken is null ? null : HeaderText.Checked("SecurityToken", securityToken);
        ExpiresAt = expiresAt;
    }

    public string AccessKey { get; }

    public Secret SecretKey { get; }

    public Secret? SecurityToken { get; }

    public DateTimeOffset ExpiresAt { get; }

    /// <summary>The access key with most of its characters masked: enough to recognize it, too little to use it.</summary>
    public string MaskedKey => AccessKey.Length < 12
        ? AccessKey.Substring(0, Math.Min(2, AccessKey.Length)) + "****"
        : AccessKey.Substring(0, 4) + "****" + AccessKey.Substring(AccessKey.Length - 2);

    public void Dispose()
    {
        SecretKey.Dispose();
        SecurityToken?.Dispose();
    }
}
