using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Makes the bucket that a task writes to from what a command was given.</summary>
internal static class ObsSinks
{
    /// <summary>The keys come as a credential, the access key as user name, the secret key as password; they are copied, and whoever sends wipes the copy.</summary>
    public static ObsSink Make(
        PSCredential keys, string? bucket, string? path, string strategy, string format, string? delimiter, TimeSpan interval, bool? storeKeys)
    {
        ObsSink sink = new()
        {
            BucketName = bucket,
            Path = path,
            ConsumerStrategy = strategy,
            FileType = "TEXT",
            PartitionFormat = format,
            RecordDelimiter = delimiter,
            DeliverInterval = interval,
            StoreKeys = storeKeys,
        };
        sink.Authenticate(Secret.From(keys.UserName), Secret.From(keys.Password));
        return sink;
    }
}
