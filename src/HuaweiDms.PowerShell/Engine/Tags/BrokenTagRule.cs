namespace HuaweiDms.PowerShell.Engine;

/// <summary>What is wrong with a tag.</summary>
/// <param name="Part">Key or Value.</param>
/// <param name="Text">What was given for it.</param>
/// <param name="Rule">What is allowed.</param>
internal sealed record BrokenTagRule(string Part, string Text, string Rule);
