using System.Globalization;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// A whole number from a command line or a CSV cell; an empty cell means none. A value that is not a number is kept and reported
/// when used, because PowerShell silently ignores a property that it cannot convert.
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

    /// <summary>From any other value that may be a number.</summary>
    /// <param name="value">The value.</param>
    public WholeNumber(object value)
        : this(Convert.ToString(PSValue.Unwrap(value), CultureInfo.InvariantCulture) ?? string.Empty)
    {
    }

    /// <summary>The number; null if there is none.</summary>
    internal int? Value { get; }

    /// <summary>What was given.</summary>
    internal string Text { get; }

    /// <summary>Whether the given value is not a number.</summary>
    internal bool IsBad => Value is null && Text.Length > 0;

    /// <summary>What was given.</summary>
    public override string ToString() => Text;

    /// <summary>Compares by number, so that a script can compare it with one; an invalid one by its text.</summary>
    /// <param name="obj">The other.</param>
    public override bool Equals(object? obj) => obj is WholeNumber other && Value == other.Value && (Value is not null || Text == other.Text);

    /// <inheritdoc/>
    public override int GetHashCode() => Value ?? StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>Orders by number; invalid ones come first, like nothing does, ordered by their text.</summary>
    /// <param name="obj">The other.</param>
    public int CompareTo(object? obj)
        => obj is not WholeNumber other ? 1
            : Value is null && other.Value is null ? string.CompareOrdinal(Text, other.Text)
            : Nullable.Compare(Value, other.Value);
}
