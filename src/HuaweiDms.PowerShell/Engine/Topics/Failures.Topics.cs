namespace HuaweiDms.PowerShell.Engine;

/// <content>Failures of topics.</content>
internal static partial class Failures
{
    /// <summary>A value that is not allowed for one of several topics.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">What was given.</param>
    /// <param name="rule">What is allowed.</param>
    /// <param name="values">What the rule speaks of.</param>
    public static Failure OfTopic(string? topic, string parameter, object? value, string rule, params object?[] values)
        => InvalidArgument(parameter, value, Format(Text.ForTopic, topic, values.Length > 0 ? Format(rule, values) : rule), topic);

    /// <summary>An instance has no partitions left for the remaining topics.</summary>
    public static Failure PartitionsExhausted(string subject, int? room, int made, IReadOnlyList<string> left)
        => Of(
            DmsErrorKind.QuotaExceeded,
            "DMS.111400860",
            left.ToArray(),
            Format(Text.PartitionsExhausted, subject, room, made, left.Count, left[0]),
            Text.PartitionsExhaustedAdvice);
}
