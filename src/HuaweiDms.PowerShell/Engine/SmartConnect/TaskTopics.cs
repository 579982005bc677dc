namespace HuaweiDms.PowerShell.Engine;

/// <summary>The topics of a Smart Connect task or dump task, in a form that can be shown and compared.</summary>
internal static class TaskTopics
{
    /// <summary>The regular expression if there is one, otherwise the names in order.</summary>
    public static string Describe(IEnumerable<string>? names, string? regex = null)
        => string.IsNullOrEmpty(regex) ? string.Join(", ", (names ?? []).OrderBy(topic => topic, StringComparer.Ordinal)) : regex!;

    /// <summary>The warning about an existing task that was kept although other topics were requested; null if they are the same.</summary>
    /// <param name="subject">The task.</param>
    /// <param name="existing">Its topics.</param>
    /// <param name="requested">The requested topics.</param>
    /// <param name="removal">The command that deletes it.</param>
    public static string? Difference(string subject, string existing, string requested, string removal)
        => existing == requested ? null : Format(Text.SmartConnectTaskDiffers, subject, existing, requested, removal);
}
