using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Tags by key: a hashtable, those of an instance, an object of a JSON file, or text as consoles write it, env=test, or several of
/// that kind, and as a CSV file has those of an instance: env=test;team=core. A key alone has no value. It converts itself, as the
/// mocks of a test leave out what would convert it.
/// </summary>
public sealed class TagTable
{
    /// <summary>As a hashtable or another dictionary.</summary>
    /// <param name="table">Keys and values.</param>
    public TagTable(IDictionary table) => AddAll(table);

    /// <summary>As text.</summary>
    /// <param name="text">key=value, or several with semicolons between them.</param>
    public TagTable(string text) => AddAll(text);

    /// <summary>As any other object: several texts or tables, or an object whose properties are the tags.</summary>
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

    /// <summary>The value of a tag, or several with commas between them; null where it has none, or is not given.</summary>
    /// <param name="key">Its key; upper and lower case differ.</param>
    public string? this[string key] => Items.Find(item => item.Key == key).Values is { } values ? Join(values) : null;

    /// <summary>Keys and values, in the order given; a value is null where there is none, and several are a choice.</summary>
    internal List<(string Key, string[]? Values)> Items { get; } = [];

    /// <summary>What is no tag; null where everything is one.</summary>
    internal string? Bad { get; private set; }

    /// <summary>Whether there is neither a tag nor anything that should be one.</summary>
    internal bool IsEmpty => Items.Count == 0 && Bad is null;

    /// <summary>What is to be told where tags are needed: what is no tag, or that there is none; null where all is well.</summary>
    internal string? Fault => IsEmpty ? string.Empty : Bad;

    /// <summary>Keys and values.</summary>
    public override string ToString() => Bad ?? string.Join(";", Pairs().Select(pair => $"{pair.Key}={pair.Value}"));

    /// <summary>By keys and values, in whatever order, so that a script can compare it with a hashtable.</summary>
    /// <param name="obj">The other.</param>
    public override bool Equals(object? obj)
        => obj is TagTable other && Bad == other.Bad && Items.Count == other.Items.Count
            && Items.TrueForAll(item => other.Items.Exists(own => own.Key == item.Key) && other[item.Key] == this[item.Key]);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Aggregate(0, (code, item) => code ^ StringComparer.Ordinal.GetHashCode(item.Key));

    /// <summary>Each with one value, which is empty where there is none.</summary>
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
        foreach (string part in string.IsNullOrWhiteSpace(text) ? [] : Parts(text))
        {
            int sign = part.IndexOf('=');
            Add(sign < 0 ? part : part.Substring(0, sign), sign < 0 ? null : part.Substring(sign + 1));
        }
    }

    /// <summary>One text or several in it. Values of older instances may have a semicolon (7.1.1.1).</summary>
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
