using System.Globalization;
using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Yes or no, as a command line or a cell of a CSV file has it; an empty cell is neither. PowerShell itself takes the text
/// 'false' for true. What is neither is kept and reported when used.
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

    /// <summary>As anything else that may be yes or no.</summary>
    /// <param name="value">The value.</param>
    public Flag(object value)
        : this(PSValue.Unwrap(value) switch
        {
            SwitchParameter flag => flag.IsPresent ? "true" : "false",
            var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? string.Empty,
        })
    {
    }

    /// <summary>Yes or no; null where neither was given.</summary>
    internal bool? Value { get; }

    /// <summary>What was given.</summary>
    internal string Text { get; }

    /// <summary>Whether something was given that is neither.</summary>
    internal bool IsBad => Value is null && Text.Length > 0;

    /// <summary>What was given.</summary>
    public override string ToString() => Text;

    /// <summary>By what it means, so that a script can compare it with $true; what means nothing, by its text.</summary>
    /// <param name="obj">The other.</param>
    public override bool Equals(object? obj) => obj is Flag other && Value == other.Value && (Value is not null || Text == other.Text);

    /// <inheritdoc/>
    public override int GetHashCode() => Value?.GetHashCode() ?? StringComparer.Ordinal.GetHashCode(Text);
}
