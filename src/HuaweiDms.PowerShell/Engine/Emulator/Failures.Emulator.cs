using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <content>Failures of emulators.</content>
internal static partial class Failures
{
    /// <summary>The error id for a request to an emulator that was stopped.</summary>
    public const string EmulatorStoppedId = "HuaweiDms.EmulatorStopped";

    /// <summary>No emulator is running.</summary>
    public static Failure EmulatorNotRunning()
        => Of(DmsErrorKind.NotFound, "HuaweiDms.EmulatorNotRunning", null, Text.EmulatorNotRunning, Text.EmulatorNotRunningAdvice);

    /// <summary>The emulator of a connection was stopped. Thrown in place of a request.</summary>
    public static DmsException EmulatorStopped()
        => new(DmsErrorKind.ConnectionFailed, EmulatorStoppedId, Text.EmulatorStopped) { Advice = Text.EmulatorStoppedAdvice };

    /// <summary>The emulator cannot listen on the port.</summary>
    public static Failure EmulatorPortInUse(int port, Exception cause)
        => new(cause, "HuaweiDms.EmulatorPortInUse", ErrorCategory.ResourceUnavailable, port, Format(Text.EmulatorPortInUse, port, cause.Message.TrimEnd('.')), Text.EmulatorPortInUseAdvice);

    /// <summary>A broker of an emulator cannot be stopped.</summary>
    public static Failure EmulatorBrokerStays(string subject, Exception cause)
        => new(cause, "HuaweiDms.EmulatorBrokerStays", ErrorCategory.InvalidOperation, subject, Format(Text.EmulatorBrokerStays, subject, cause.Message), Text.EmulatorBrokerStaysAdvice);

    /// <summary>The emulator's state file or recording cannot be read or written.</summary>
    public static Failure EmulatorFileUnusable(string path, Exception cause)
        => new(cause, "HuaweiDms.EmulatorFileUnusable", ErrorCategory.OpenError, path, Format(Text.EmulatorFileUnusable, path, cause.Message.TrimEnd('.')), null);

    /// <summary>The emulator's state could not be written when it was stopped.</summary>
    public static Failure EmulatorNotSaved(string subject, Exception cause)
        => new(cause, "HuaweiDms.EmulatorNotSaved", ErrorCategory.WriteError, subject, Format(Text.EmulatorNotSaved, subject, cause.Message.TrimEnd('.')), null);
}
