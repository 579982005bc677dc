namespace HuaweiDms.PowerShell.Engine;

/// <summary>What a check of an instance found.</summary>
/// <param name="Passed">Whether it is as it should be; null where the service did not tell enough.</param>
/// <param name="Message">The same in a sentence.</param>
/// <param name="Value">What is held against the limit; null where it is not known.</param>
/// <param name="Limit">That limit, where the check has several; else null.</param>
internal sealed record Finding(bool? Passed, string Message, object? Value, object? Limit = null);
