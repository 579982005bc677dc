using System.Globalization;
using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// True or false from a command line or a CSV cell; an empty cell is neither. PowerShell itself reads the text 'false' as true. Any
/// other text is kept and reported when used.
/// </summary>
public sealed class Flag
{
    /// <summary>As itself.</summary>
    /// <param name="value">The value.</param>
    public Flag(bool value)
    {
        Value = value;
        Text = value ? "true" : "false";
    }

    /// <summary>As text.</summary>
    /// <param name="text">true or false, yes or no, 1 or 0.</param>
    public Flag(string text)
    {
        Text = text?.Trim() ?? string.Empty;
        Value = Text.ToUpperInvariant() switch
        {
            "TRUE" or "$TRUE" or "YES" or "1" => true,
            "FALSE" or "$FALSE" or "NO" or "0" => false,
            _ => null,
        };
    }

    /// <summary>From any other value that may be true or false.</summary>
    /// <param name="value">The value.</param>
    public Flag(object value)
        : this(PSValue.Unwrap(value) switch
        {
            SwitchParameter flag => flag.IsPresent ? "true" : "false",
            var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? string.Empty,
        })
    {
    }

    /// <summary>True or false; null if neither was given.</summary>
    internal bool? Value { get; }

    /// <summary>What was given.</summary>
    internal string Text { get; }

    /// <summary>Whether the given value is neither true nor false.</summary>
    internal bool IsBad => Value is null && Text.Length > 0;

    /// <summary>What was given.</summary>
    public override string ToString() => Text;

    /// <summary>Compares by value, so that a script can compare it with $true; an invalid one by its text.</summary>
    /// <param name="obj">The other.</param>
    public override bool Equals(object? obj) => obj is Flag other && Value == other.Value && (Value is not null || Text == other.Text);

    /// <inheritdoc/>
    public override int GetHashCode() => Value?.GetHashCode() ?? StringComparer.Ordinal.GetHashCode(Text);
}
