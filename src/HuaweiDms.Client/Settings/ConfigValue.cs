using System.Globalization;

namespace HuaweiDms;

/// <summary>Values of settings, which a file may hold as numbers, booleans or text, and the service tells as text.</summary>
internal static class ConfigValue
{
    /// <summary>As text, as the service has it.</summary>
    public static string Say(object? value)
        => value is bool flag ? (flag ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>As one of the few types that a file holds.</summary>
    public static object? Plain(object? value)
        => value switch
        {
            null or string or bool or long or double => value,
            byte or sbyte or short or ushort or int or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            float or decimal => Convert.ToDouble(value, CultureInfo.InvariantCulture),
            _ => Say(value),
        };

    /// <summary>Whether two values are the same to the service.</summary>
    public static bool AreSame(object? one, object? other) => string.Equals(Say(one), Say(other), StringComparison.Ordinal);
}
