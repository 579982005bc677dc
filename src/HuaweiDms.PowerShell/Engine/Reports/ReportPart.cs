namespace HuaweiDms.PowerShell.Engine;

/// <summary>A part of a report: what was read, or why it could not be.</summary>
/// <param name="Value">What was read; null where it could not be.</param>
/// <param name="Error">Why not.</param>
internal sealed record ReportPart<T>(T? Value, DmsException? Error)
    where T : class;
