using System.Globalization;
using HuaweiDms.Emulator.Hosting;

namespace HuaweiDms.Emulator.SmartConnect;

/// <summary>The documented rules for single values of a task's source and sink, and the error responses for violations.</summary>
internal static class TaskFieldRules
{
    /// <summary>A value from a fixed list, or the default if missing.</summary>
    public static string OneOf(JsonFields fields, string name, string defaultValue, params string[] values)
        => fields.Text(name) is not { Length: > 0 } value ? defaultValue : values.Contains(value) ? value : throw ServiceErrors.InvalidField(name);

    /// <summary>A required value from a fixed list.</summary>
    public static string RequiredOneOf(JsonFields fields, string name, params string[] values)
        => values.Contains(fields.RequiredText(name)) ? fields.RequiredText(name) : throw ServiceErrors.InvalidField(name);

    /// <summary>A number in a range, or the default if missing.</summary>
    public static int Number(JsonFields fields, string name, int defaultValue, int min, int max = int.MaxValue)
    {
        int number = fields.Integer(name) ?? defaultValue;
        return number >= min && number <= max ? number : throw ServiceErrors.InvalidField(name);
    }

    /// <summary>One or more host:port pairs, separated by commas; null if missing.</summary>
    public static string? Addresses(JsonFields fields, string name)
        => fields.Text(name) is not { Length: > 0 } text ? null : text.Split(',').All(IsAddress) ? text : throw ServiceErrors.InvalidField(name);

    private static bool IsAddress(string text)
    {
        string[] parts = text.Trim().Split(':');
        return parts.Length == 2 && parts[0].Length > 0 && ushort.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out ushort port) && port > 0;
    }
}
