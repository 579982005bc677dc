namespace HuaweiDms.PowerShell.Engine;

/// <content>What goes wrong with diagnoses.</content>
internal static partial class Failures
{
    /// <summary>No messages wait, so there is nothing to find out.</summary>
    public static Failure NothingToDiagnose(string subject)
        => Of(DmsErrorKind.InvalidArgument, "HuaweiDms.NothingToDiagnose", subject, Format(Text.NothingToDiagnose, subject), Text.NothingToDiagnoseAdvice);
}
