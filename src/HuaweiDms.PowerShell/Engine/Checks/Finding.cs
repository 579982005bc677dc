namespace HuaweiDms.PowerShell.Engine;

/// <summary>The result of a check of an instance.</summary>
/// <param name="Passed">Whether the check passed; null if the service did not report enough.</param>
/// <param name="Message">The same in a sentence.</param>
/// <param name="Value">The value compared with the limit; null if it is unknown.</param>
/// <param name="Limit">The limit, if the check has several; otherwise null.</param>
internal sealed record Finding(bool? Passed, string Message, object? Value, object? Limit = null)
{
    public static Finding Good(string message, object value) => new(Passed: true, message, value);

    public static Finding Bad(string message, object value) => new(Passed: false, message, value);

    /// <summary>The service did not report enough.</summary>
    public static Finding Unread(string message) => new(Passed: null, message, Value: null);
}
