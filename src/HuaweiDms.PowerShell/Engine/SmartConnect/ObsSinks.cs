using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Buckets that tasks write to, as a command is given them.</summary>
internal static class ObsSinks
{
    /// <summary>
    /// The bucket with keys that may write to it, the access key as user name, the secret key as password; they are copied, and whoever
    /// sends wipes the copy. Text is the only form of a file that there is.
    /// </summary>
    public static ObsSink OpenedBy(this ObsSink bucket, PSCredential keys)
    {
        bucket.FileType = "TEXT";
        bucket.Authenticate(Secret.From(keys.UserName), Secret.From(keys.Password));
        return bucket;
    }
}
