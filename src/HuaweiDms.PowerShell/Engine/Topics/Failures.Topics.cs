namespace HuaweiDms.PowerShell.Engine;

/// <content>What goes wrong with topics.</content>
internal static partial class Failures
{
    /// <summary>An instance has no partitions left for the rest of what was to be made.</summary>
    public static Failure PartitionsExhausted(string subject, int? room, int made, IReadOnlyList<string> left)
        => Of(
            DmsErrorKind.QuotaExceeded,
            "DMS.111400860",
            left.ToArray(),
            Format(Text.PartitionsExhausted, subject, room, made, left.Count, left[0]),
            Text.PartitionsExhaustedAdvice);
}
