using System.Globalization;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Brokers by number: one, or several in a text such as <c>0,1,2</c>, which PowerShell would read as the number 12. A value that is
/// not a number is kept and reported when used.
/// </summary>
public sealed class BrokerReference
{
    private static readonly char[] Separators = [',', ';', ' '];

    /// <summary>One.</summary>
    /// <param name="broker">Its number.</param>
    public BrokerReference(int broker) => Numbers.Add(broker);

    /// <summary>One or several.</summary>
    /// <param name="text">Numbers separated by commas, semicolons or spaces.</param>
    public BrokerReference(string text)
    {
        if (NamesList(text))
        {
            Bad = text;
            return;
        }
        foreach (string part in (text ?? string.Empty).Trim('[', ']', '{', '}', ' ').Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
                Numbers.Add(number);
            else
                Bad ??= part;
        }
    }

    /// <summary>From any other value that may be a number.</summary>
    /// <param name="value">The value.</param>
    public BrokerReference(object value)
        : this(Convert.ToString(PSValue.Unwrap(value), CultureInfo.InvariantCulture) ?? string.Empty)
    {
    }

    /// <summary>The numbers, in the given order.</summary>
    internal List<int> Numbers { get; } = [];

    /// <summary>The value that is not a number; null if all are.</summary>
    internal string? Bad { get; }

    /// <summary>Whether the text is what Export-Csv writes for a list: its type name.</summary>
    internal static bool NamesList(string? text) => text?.StartsWith("System.", StringComparison.Ordinal) == true;

    /// <summary>The numbers.</summary>
    public override string ToString() => Bad ?? string.Join(",", Numbers);

    /// <summary>Compares by text, so that a script can compare it with a number.</summary>
    /// <param name="obj">The other.</param>
    public override bool Equals(object? obj) => obj is BrokerReference other && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());
}
