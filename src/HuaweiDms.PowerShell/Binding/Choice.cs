using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// One of the listed values, or none for an empty CSV cell. A ValidateSet refuses an empty text, but it checks each value of an
/// enumerable, and this one is empty then.
/// </summary>
public sealed class Choice : IEnumerable<string>
{
    /// <summary>As text.</summary>
    /// <param name="text">The value.</param>
    public Choice(string text) => Value = string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>The value; null if there is none.</summary>
    internal string? Value { get; }

    /// <summary>The value.</summary>
    public override string ToString() => Value ?? string.Empty;

    /// <summary>Compares by value, so that a script can compare it with a text.</summary>
    /// <param name="obj">The other.</param>
    public override bool Equals(object? obj) => obj is Choice other && string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(ToString());

    /// <summary>Returns the value, if any. Uses the enumerator of an array, because PowerShell resets it.</summary>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)(Value is null ? [] : new[] { Value })).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
