using System.Globalization;

namespace HuaweiDms;

/// <summary>
/// Values by name, such as tags. As text they read <c>env=prod;team=core</c>, so that a table or a CSV file can show them.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
#pragma warning disable CA1710 // The name describes the contents; that it is a dictionary is obvious.
public abstract class NamedValues<T> : Dictionary<string, T>
#pragma warning restore CA1710
{
    private protected NamedValues(StringComparer names)
        : base(names)
    {
    }

    /// <summary>Returns the names and values; the elements of a list are separated by commas.</summary>
    public override string ToString() => string.Join(";", this.Select(pair => $"{pair.Key}={ToText(pair.Value)}"));

    private static string ToText(object? value)
        => value is object?[] items ? string.Join(",", items.Select(ToText)) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
}
