namespace HuaweiDms.PowerShell.Engine;

/// <content>Failures of Smart Connect.</content>
internal static partial class Failures
{
    /// <summary>The service's error code for an operation that requires Smart Connect while it is off.</summary>
    public const string SmartConnectOffId = "DMS.00404024";

    /// <summary>The error id for the same failure, known before anything was sent.</summary>
    public const string NoSmartConnectId = "HuaweiDms.SmartConnectOff";

    /// <summary>An instance has no Smart Connect.</summary>
    public static Failure SmartConnectOff(string subject, object target)
        => Of(DmsErrorKind.NotFound, NoSmartConnectId, target, Format(Text.SmartConnectOff, subject), Text.SmartConnectOffAdvice);

    /// <summary>Smart Connect cannot be turned off, because it has tasks.</summary>
    public static Failure SmartConnectInUse(string subject, object target, IEnumerable<string?> tasks)
        => Of(
            DmsErrorKind.Busy,
            "HuaweiDms.SmartConnectInUse",
            target,
            Format(Text.SmartConnectInUse, subject, string.Join(", ", tasks)),
            Text.SmartConnectInUseAdvice);
}
