using System.Globalization;

namespace HuaweiDms;

/// <summary>
/// Fills the sentences of Text.resx in. They read the same in every country, as everything that scripts and logs see. Where a number
/// comes with what it counts, the sentence has both forms: <c>{0:# topic was|topics were}</c>.
/// </summary>
internal static class Sentence
{
    private const string Mark = "# ";

    private static readonly Words Invariant = new();

    public static string Format(string text, params object?[] values) => string.Format(Invariant, text, values);

    /// <summary>So many of something, in words: 1 topic, 1,234 topics.</summary>
    /// <param name="number">How many; null where that is not known.</param>
    /// <param name="one">What one of them is called.</param>
    /// <param name="several">What several are called, where that is not the same with an s.</param>
    public static string Counted(long? number, string one, string? several = null)
        => $"{number?.ToString("N0", CultureInfo.InvariantCulture) ?? "-"} {(number == 1 ? one : several ?? one + "s")}";

    /// <summary>The first of some names, and how many more there are. One more takes no less room than its name, and is named.</summary>
    /// <param name="names">The names.</param>
    /// <param name="most">How many are named before the others are only counted.</param>
    /// <param name="separator">What stands between two.</param>
    public static string FirstOf(IReadOnlyCollection<string> names, int most, string separator = ", ")
        => names.Count - most > 1
            ? Format("{0} and {1} more", string.Join(separator, names.Take(most)), names.Count - most)
            : string.Join(separator, names);

    private sealed class Words : IFormatProvider, ICustomFormatter
    {
        public object? GetFormat(Type? formatType)
            => formatType == typeof(ICustomFormatter) ? this : CultureInfo.InvariantCulture.GetFormat(formatType!);

        public string Format(string? format, object? arg, IFormatProvider? formatProvider)
        {
            if (format?.StartsWith(Mark, StringComparison.Ordinal) == true)
            {
                string[] forms = format.Substring(Mark.Length).Split('|');
                string several = forms[forms.Length - 1];
                // A text stands for a number that is not known.
                return arg is string text ? $"{text} {several}" : Counted(arg is null ? null : Convert.ToInt64(arg, CultureInfo.InvariantCulture), forms[0], several);
            }
            return arg is IFormattable value ? value.ToString(format, CultureInfo.InvariantCulture) : arg?.ToString() ?? string.Empty;
        }
    }
}
