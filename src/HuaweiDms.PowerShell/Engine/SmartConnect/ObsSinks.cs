using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The OBS buckets that tasks write to, as cmdlets receive them.</summary>
internal static class ObsSinks
{
    /// <summary>
    /// Adds the keys for writing to a bucket: the access key as user name, the secret key as password. They are copied, and the
    /// sender erases the copy. Text is the only file format.
    /// </summary>
    public static ObsSink OpenedBy(this ObsSink bucket, PSCredential keys)
    {
        bucket.FileType = "TEXT";
        bucket.Authenticate(Secret.From(keys.UserName), Secret.From(keys.Password));
        return bucket;
    }
}
