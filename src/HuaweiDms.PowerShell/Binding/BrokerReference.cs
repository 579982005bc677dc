using System.Globalization;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Brokers by number: one, or several in a text such as <c>0,1,2</c>, which PowerShell itself would take for the number 12.
/// What is no number is kept and reported when used.
/// </summary>
public sealed class BrokerReference
{
    private static readonly char[] Separators = [',', ';', ' '];

    /// <summary>One.</summary>
    /// <param name="broker">Its number.</param>
    public BrokerReference(int broker) => Numbers.Add(broker);

    /// <summary>One or several.</summary>
    /// <param name="text">Numbers with commas, semicolons or spaces between them.</param>
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

    /// <summary>Anything else that may be a number.</summary>
    /// <param name="value">The value.</param>
    public BrokerReference(object value)
        : this(Convert.ToString(PSValue.Unwrap(value), CultureInfo.InvariantCulture) ?? string.Empty)
    {
    }

    /// <summary>The numbers, in the order given.</summary>
    internal List<int> Numbers { get; } = [];

    /// <summary>What is no number; null where everything is one.</summary>
    internal string? Bad { get; }

    /// <summary>Whether it is what Export-Csv writes of a list: the name of its type.</summary>
    internal static bool NamesList(string? text) => text?.StartsWith("System.", StringComparison.Ordinal) == true;

    /// <summary>The numbers.</summary>
    public override string ToString() => Bad ?? string.Join(",", Numbers);

    /// <summary>By what it says, so that a script can compare it with a number.</summary>
    /// <param name="obj">The other.</param>
    public override bool Equals(object? obj) => obj is BrokerReference other && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());
}
