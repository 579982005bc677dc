namespace HuaweiDms.PowerShell.Engine;

/// <content>Failures of diagnoses.</content>
internal static partial class Failures
{
    /// <summary>No messages are waiting, so there is nothing to diagnose.</summary>
    public static Failure NothingToDiagnose(string subject)
        => Of(DmsErrorKind.InvalidArgument, "HuaweiDms.NothingToDiagnose", subject, Format(Text.NothingToDiagnose, subject), Text.NothingToDiagnoseAdvice);
}
