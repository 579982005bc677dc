using System.Globalization;

namespace HuaweiDms;

/// <summary>Values of settings, which a file may hold as numbers, Booleans or text, and the service sends as text.</summary>
internal static class ConfigValue
{
    /// <summary>Returns the value as text, in the format of the service.</summary>
    public static string ToText(object? value)
        => value is bool flag ? (flag ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>Returns the value as one of the few types that a file holds.</summary>
    public static object? Plain(object? value)
        => value switch
        {
            null or string or bool or long or double => value,
            byte or sbyte or short or ushort or int or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            float or decimal => Convert.ToDouble(value, CultureInfo.InvariantCulture),
            _ => ToText(value),
        };

    /// <summary>Whether two values are equal for the service.</summary>
    public static bool AreSame(object? one, object? other) => string.Equals(ToText(one), ToText(other), StringComparison.Ordinal);
}
