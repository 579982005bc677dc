using System.Collections;
using System.Globalization;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Query values in the forms that a user writes them.</summary>
internal static class ApiQuery
{
    /// <summary>Parses the part after the question mark and unescapes it.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Parse(string path)
    {
        int start = path.IndexOf('?');
        if (start < 0)
            yield break;
        foreach (string pair in path.Substring(start + 1).Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split(['='], 2);
            yield return new(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : string.Empty);
        }
    }

    /// <summary>Reads the entries of a hashtable; a list repeats its name for each value.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> From(IDictionary? query)
    {
        foreach (DictionaryEntry entry in query ?? new Hashtable())
        {
            object? value = PSValue.Unwrap(entry.Value);
            IEnumerable values = value is IEnumerable list and not string ? list : new[] { value };
            foreach (object? item in values)
                yield return new(entry.Key.ToString()!, Text(item));
        }
    }

    private static string Text(object? value)
        => PSValue.Unwrap(value) switch
        {
            null => string.Empty,
            bool flag => flag ? "true" : "false",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString() ?? string.Empty,
        };
}
