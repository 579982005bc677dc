using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <content>Failures of files.</content>
internal static partial class Failures
{
    /// <summary>The file of a configuration cannot be written.</summary>
    public static Failure ConfigurationUnwritable(string path, Exception cause) => Unwritable("HuaweiDms.ConfigurationUnwritable", path, cause);

    /// <summary>The file of a report cannot be written.</summary>
    public static Failure ReportUnwritable(string path, Exception cause) => Unwritable("HuaweiDms.ReportUnwritable", path, cause);

    /// <summary>A file already exists and must not be replaced.</summary>
    public static Failure FileExists(string path)
        => Of(DmsErrorKind.AlreadyExists, "HuaweiDms.AlreadyExists", path, Format(Text.FileExists, path), Text.FileExistsAdvice);

    /// <summary>A plan file cannot be read.</summary>
    public static Failure PlanUnreadable(string path, string why, string advice)
        => Of(DmsErrorKind.InvalidArgument, "HuaweiDms.PlanUnreadable", path, Format(Text.PlanUnreadable, path, why.TrimEnd('.')), advice);

    /// <summary>Whether the error means that a file cannot be read.</summary>
    public static bool IsUnreadable(Exception error)
        // .NET Framework throws the last two for a path with invalid characters.
        => error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException
            or (RuntimeException and not PipelineStoppedException);

    private static Failure Unwritable(string id, string path, Exception cause)
        => new(cause, id, ErrorCategory.WriteError, path, Format(Text.FileUnwritable, path, cause.Message.TrimEnd('.')), null);
}
