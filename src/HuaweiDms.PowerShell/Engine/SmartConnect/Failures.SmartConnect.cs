namespace HuaweiDms.PowerShell.Engine;

/// <content>Smart Connect that is off, or in use.</content>
internal static partial class Failures
{
    /// <summary>The service's code where Smart Connect is off and has to be on.</summary>
    public const string SmartConnectOffId = "DMS.00404024";

    /// <summary>The same, known before anything was sent.</summary>
    public const string NoSmartConnectId = "HuaweiDms.SmartConnectOff";

    /// <summary>An instance has no Smart Connect.</summary>
    public static Failure SmartConnectOff(string subject, object target)
        => Of(DmsErrorKind.NotFound, NoSmartConnectId, target, Format(Text.SmartConnectOff, subject), Text.SmartConnectOffAdvice);

    /// <summary>Smart Connect cannot be turned off, because something runs on it.</summary>
    public static Failure SmartConnectInUse(string subject, object target, IEnumerable<string?> tasks)
        => Of(
            DmsErrorKind.Busy,
            "HuaweiDms.SmartConnectInUse",
            target,
            Format(Text.SmartConnectInUse, subject, string.Join(", ", tasks)),
            Text.SmartConnectInUseAdvice);
}
