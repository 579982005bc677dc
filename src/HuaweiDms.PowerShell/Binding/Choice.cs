using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// One of the values that are listed, or none where a cell of a CSV file is empty: a ValidateSet refuses an empty text, and looks at
/// each value of what can be gone through, which here is none.
/// </summary>
public sealed class Choice : IEnumerable<string>
{
    /// <summary>As text.</summary>
    /// <param name="text">The value.</param>
    public Choice(string text) => Value = string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>The value; null where there is none.</summary>
    internal string? Value { get; }

    /// <summary>The value.</summary>
    public override string ToString() => Value ?? string.Empty;

    /// <summary>By value, so that a script can compare it with a text.</summary>
    /// <param name="obj">The other.</param>
    public override bool Equals(object? obj) => obj is Choice other && string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(ToString());

    /// <summary>The value, or nothing. It is that of a list, as PowerShell begins again with it.</summary>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)(Value is null ? [] : new[] { Value })).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
