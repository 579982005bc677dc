using System.Globalization;

namespace HuaweiDms;

/// <summary>
/// Formats the messages of Text.resx, independent of the culture. A number with the noun it counts has both forms: <c>{0:# topic was|topics
/// were}</c>.
/// </summary>
internal static class MessageFormat
{
    private const string Mark = "# ";

    private static readonly PluralFormatter Invariant = new();

    public static string Format(string text, params object?[] values) => string.Format(Invariant, text, values);

    /// <summary>Formats a count with its noun, such as 1 topic or 1,234 topics.</summary>
    /// <param name="number">The count; null if unknown.</param>
    /// <param name="one">The singular.</param>
    /// <param name="several">The plural, unless it is the singular with an s.</param>
    public static string Counted(long? number, string one, string? several = null)
        => $"{number?.ToString("N0", CultureInfo.InvariantCulture) ?? "-"} {(number == 1 ? one : several ?? one + "s")}";

    /// <summary>
    /// Lists the first names and the number of the others. A single remaining name is listed, because it takes no more space than the
    /// number.
    /// </summary>
    /// <param name="names">The names.</param>
    /// <param name="most">The number of names to list before only counting.</param>
    /// <param name="separator">The separator between names.</param>
    public static string FirstOf(IReadOnlyCollection<string> names, int most, string separator = ", ")
        => names.Count - most > 1
            ? Format("{0} and {1} more", string.Join(separator, names.Take(most)), names.Count - most)
            : string.Join(separator, names);

    private sealed class PluralFormatter : IFormatProvider, ICustomFormatter
    {
        public object? GetFormat(Type? formatType)
            => formatType == typeof(ICustomFormatter) ? this : CultureInfo.InvariantCulture.GetFormat(formatType!);

        public string Format(string? format, object? arg, IFormatProvider? formatProvider)
        {
            if (format?.StartsWith(Mark, StringComparison.Ordinal) == true)
            {
                string[] forms = format.Substring(Mark.Length).Split('|');
                string several = forms[forms.Length - 1];
                // A text can take the place of an unknown number.
                return arg is string text ? $"{text} {several}" : Counted(arg is null ? null : Convert.ToInt64(arg, CultureInfo.InvariantCulture), forms[0], several);
            }
            return arg is IFormattable value ? value.ToString(format, CultureInfo.InvariantCulture) : arg?.ToString() ?? string.Empty;
        }
    }
}
