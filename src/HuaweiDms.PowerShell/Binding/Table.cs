using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Tables that somebody gave. A dictionary of .NET, such as the tags of an instance, is one, too; cast, it would give pairs of
/// another type than a hashtable does.
/// </summary>
internal static class Table
{
    /// <summary>The entries, in the order of the table.</summary>
    public static IEnumerable<DictionaryEntry> Entries(IDictionary table)
    {
        foreach (DictionaryEntry entry in table)
            yield return entry;
    }

    /// <summary>The entries as texts; a value that is null is an empty one.</summary>
    public static IEnumerable<(string Key, string Value)> Pairs(IDictionary table)
        => Entries(table).Select(entry => (entry.Key.ToString() ?? string.Empty, entry.Value?.ToString() ?? string.Empty));

    /// <summary>The same by key; upper and lower case differ.</summary>
    public static Dictionary<string, string> Texts(IDictionary table) => Pairs(table).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
}
