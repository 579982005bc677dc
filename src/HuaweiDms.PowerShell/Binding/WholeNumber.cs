using System.Globalization;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// A whole number as a command line or a cell of a CSV file has it; an empty cell is none. What is no number is kept and
/// reported when used: where a property cannot be converted, PowerShell would leave it out without a word.
/// </summary>
#pragma warning disable CA1036, MA0097 // It is scripts that compare, and PowerShell uses no operators for that.
public sealed class WholeNumber : IComparable
#pragma warning restore CA1036, MA0097
{
    /// <summary>As itself.</summary>
    /// <param name="value">The number.</param>
    public WholeNumber(int value)
    {
        Value = value;
        Text = value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>As text.</summary>
    /// <param name="text">The text.</param>
    public WholeNumber(string text)
    {
        Text = text?.Trim() ?? string.Empty;
        Value = int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : null;
    }

    /// <summary>As anything else that may be a number.</summary>
    /// <param name="value">The value.</param>
    public WholeNumber(object value)
        : this(Convert.ToString(PSValue.Unwrap(value), CultureInfo.InvariantCulture) ?? string.Empty)
    {
    }

    /// <summary>The number; null where there is none.</summary>
    internal int? Value { get; }

    /// <summary>What was given.</summary>
    internal string Text { get; }

    /// <summary>Whether something was given that is no number.</summary>
    internal bool IsBad => Value is null && Text.Length > 0;

    /// <summary>What was given.</summary>
    public override string ToString() => Text;

    /// <summary>By number, so that a script can compare it with one; what is none, by its text.</summary>
    /// <param name="obj">The other.</param>
    public override bool Equals(object? obj) => obj is WholeNumber other && Value == other.Value && (Value is not null || Text == other.Text);

    /// <inheritdoc/>
    public override int GetHashCode() => Value ?? StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>By number; what is none comes first, as nothing does, by its text.</summary>
    /// <param name="obj">The other.</param>
    public int CompareTo(object? obj)
        => obj is not WholeNumber other ? 1
            : Value is null && other.Value is null ? string.CompareOrdinal(Text, other.Text)
            : Nullable.Compare(Value, other.Value);
}
