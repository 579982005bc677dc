using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Reads tables that a user gave. These include .NET dictionaries, such as the tags of an instance; a cast would give pairs of
/// another type than for a hashtable.
/// </summary>
internal static class Table
{
    /// <summary>The entries, in the order of the table.</summary>
    public static IEnumerable<DictionaryEntry> Entries(IDictionary table)
    {
        foreach (DictionaryEntry entry in table)
            yield return entry;
    }

    /// <summary>The entries as texts; a null value becomes an empty text.</summary>
    public static IEnumerable<(string Key, string Value)> Pairs(IDictionary table)
        => Entries(table).Select(entry => (entry.Key.ToString() ?? string.Empty, entry.Value?.ToString() ?? string.Empty));

    /// <summary>The entries by key; keys are case-sensitive.</summary>
    public static Dictionary<string, string> Texts(IDictionary table) => Pairs(table).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
}
