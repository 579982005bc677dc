namespace HuaweiDms.PowerShell.Engine;

/// <summary>The topics and the bucket of a Smart Connect task or dump task, in a form that can be shown and compared.</summary>
internal static class TaskTopics
{
    /// <summary>The regular expression if there is one, otherwise the names in order.</summary>
    public static string Describe(IEnumerable<string>? names, string? regex = null)
        => string.IsNullOrEmpty(regex) ? string.Join(", ", (names ?? []).OrderBy(topic => topic, StringComparer.Ordinal)) : regex!;

    /// <summary>
    /// The warning about an existing task that was kept although other topics or another bucket were requested; null if both are the
    /// same. A bucket that the service does not report is not compared.
    /// </summary>
    /// <param name="subject">The task.</param>
    /// <param name="existing">Its topics and its bucket.</param>
    /// <param name="requested">The requested topics and the requested bucket.</param>
    /// <param name="removal">The command that deletes it.</param>
    public static string? Difference(string subject, (string Topics, ObsSink? Bucket) existing, (string Topics, ObsSink? Bucket) requested, string removal)
    {
        List<string> differences = [];
        if (existing.Topics != requested.Topics)
            differences.Add($"its topics are {existing.Topics}, not {requested.Topics}");
        if (existing.Bucket is { BucketName: not null } bucket && requested.Bucket is { } other && $"{bucket}" != $"{other}")
            differences.Add($"it writes to {bucket}, not {other}");
        return differences.Count == 0 ? null : Format(Text.SmartConnectTaskDiffers, subject, string.Join(" and ", differences), removal);
    }
}
