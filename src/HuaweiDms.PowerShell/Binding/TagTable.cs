using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Tags by key: a hashtable, the tags of an instance, an object of a JSON file, or text as in the console, env=test, or as in a CSV
/// file, env=test;team=core. A key alone has no value. The type converts itself, because mocks in tests drop transformation
/// attributes.
/// </summary>
public sealed class TagTable
{
    /// <summary>From a hashtable or another dictionary.</summary>
    /// <param name="table">Keys and values.</param>
    public TagTable(IDictionary table) => AddAll(table);

    /// <summary>As text.</summary>
    /// <param name="text">key=value, or several separated by semicolons.</param>
    public TagTable(string text) => AddAll(text);

    /// <summary>From any other object: several texts or tables, or an object whose properties are the tags.</summary>
    /// <param name="value">The object.</param>
    public TagTable(object value)
    {
        if (PSValue.Unwrap(value) is IEnumerable several and not string and not IDictionary)
        {
            foreach (object? item in several)
                AddAny(item);
        }
        else
            AddAny(value);
    }

    /// <summary>The value of a tag, or several separated by commas; null if it has none or is not given.</summary>
    /// <param name="key">The key, which is case-sensitive.</param>
    public string? this[string key] => Items.Find(item => item.Key == key).Values is { } values ? Join(values) : null;

    /// <summary>Keys and values, in the given order; a null value means no value, and several values are alternatives.</summary>
    internal List<(string Key, string[]? Values)> Items { get; } = [];

    /// <summary>The value that is not a tag; null if all are.</summary>
    internal string? Bad { get; private set; }

    /// <summary>Whether it contains neither a tag nor anything meant as one.</summary>
    internal bool IsEmpty => Items.Count == 0 && Bad is null;

    /// <summary>
    /// The error where tags are required: the value that is not a tag, or an empty text if there are none; null if everything is
    /// valid.
    /// </summary>
    internal string? Fault => IsEmpty ? string.Empty : Bad;

    /// <summary>Keys and values.</summary>
    public override string ToString() => Bad ?? string.Join(";", Pairs().Select(pair => $"{pair.Key}={pair.Value}"));

    /// <summary>Compares keys and values in any order, so that a script can compare it with a hashtable.</summary>
    /// <param name="obj">The other.</param>
    public override bool Equals(object? obj)
        => obj is TagTable other && Bad == other.Bad && Items.Count == other.Items.Count
            && Items.TrueForAll(item => other.Items.Exists(own => own.Key == item.Key) && other[item.Key] == this[item.Key]);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Aggregate(0, (code, item) => code ^ StringComparer.Ordinal.GetHashCode(item.Key));

    /// <summary>Each key with one value, which is empty if there is none.</summary>
    internal IEnumerable<(string Key, string Value)> Pairs() => Items.Select(item => (item.Key, Join(item.Values ?? [])));

    /// <summary>The same by key.</summary>
    internal Dictionary<string, string> Texts() => Pairs().ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    private static string Join(string[] values) => string.Join(", ", values);

    private void AddAny(object? value)
    {
        if (value is PSObject { BaseObject: PSCustomObject } item)
        {
            foreach (PSPropertyInfo property in item.Properties)
                Add(property.Name, property.Value);
        }
        else if (PSValue.Unwrap(value) is IDictionary table)
            AddAll(table);
        else if (PSValue.Unwrap(value) is string text)
            AddAll(text);
        else
            Bad ??= Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
    }

    private void AddAll(IDictionary table)
    {
        foreach (DictionaryEntry entry in table)
            Add(entry.Key.ToString() ?? string.Empty, entry.Value);
    }

    private void AddAll(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        foreach (string part in Parts(text))
        {
            int sign = part.IndexOf('=');
            Add(sign < 0 ? part : part.Substring(0, sign), sign < 0 ? null : part.Substring(sign + 1));
        }
    }

    /// <summary>Splits a text with one or several tags. Values of older instances may contain a semicolon (7.1.1.1).</summary>
    private static string[] Parts(string text)
    {
        string[] parts = text.Split(';');
        return Array.TrueForAll(parts, part => part.IndexOf('=') > 0) ? parts : [text];
    }

    private void Add(string key, object? value)
    {
        string[]? values = PSValue.Unwrap(value) switch
        {
            null => null,
            IList several => [.. several.Cast<object?>().Select(one => one?.ToString() ?? string.Empty)],
            var one => [one.ToString() ?? string.Empty],
        };
        int known = Items.FindIndex(item => item.Key == key);
        if (known < 0)
            Items.Add((key, values));
        else
            Items[known] = (key, values);
    }
}
