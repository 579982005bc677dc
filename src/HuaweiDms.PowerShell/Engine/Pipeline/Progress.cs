namespace HuaweiDms.PowerShell.Engine;

/// <summary>How far a command is.</summary>
/// <param name="Activity">What it is about.</param>
/// <param name="Status">What goes on now.</param>
/// <param name="Percent">0 to 100; null if unknown.</param>
/// <param name="Completed">Whether the progress display is removed.</param>
/// <param name="Subject">The object whose state was read last, if any.</param>
/// <param name="State">Its state.</param>
internal sealed record Progress(string Activity, string Status, int? Percent = null, bool Completed = false, string? Subject = null, string? State = null);
