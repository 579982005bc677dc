namespace HuaweiDms.PowerShell.Engine;

/// <summary>How far a command is.</summary>
/// <param name="Activity">What it is about.</param>
/// <param name="Status">What goes on now.</param>
/// <param name="Percent">0 to 100; null where nobody knows.</param>
/// <param name="Completed">Set to take the display away.</param>
/// <param name="Subject">The object last looked at, where one is.</param>
/// <param name="State">Its state.</param>
internal sealed record Progress(string Activity, string Status, int? Percent = null, bool Completed = false, string? Subject = null, string? State = null);
