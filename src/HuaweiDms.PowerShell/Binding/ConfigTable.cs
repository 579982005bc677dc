using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Settings by name: a hashtable, the settings of a topic, an object of a JSON file, or the text that a CSV file
/// has of them, such as <c>max.message.bytes=1048576;message.timestamp.type=CreateTime</c>.
/// </summary>
public sealed class ConfigTable
{
    private static readonly char[] Separators = [';', '\n'];

    /// <summary>As a hashtable or another dictionary.</summary>
    /// <param name="table">Names and values.</param>
    public ConfigTable(IDictionary table)
    {
        foreach (DictionaryEntry entry in table)
            Add(entry.Key.ToString() ?? string.Empty, entry.Value);
    }

    /// <summary>As text.</summary>
    /// <param name="text">name=value pairs with semicolons between them.</param>
    public ConfigTable(string text)
    {
        foreach (string pair in (text ?? string.Empty).Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(pair => pair.Trim().Length > 0))
        {
            int sign = pair.IndexOf('=');
            if (sign > 0)
                Add(pair.Substring(0, sign).Trim(), pair.Substring(sign + 1).Trim());
            else
                Bad ??= pair.Trim();
        }
    }

    /// <summary>As any other object, whose properties it has.</summary>
    /// <param name="value">The object.</param>
    public ConfigTable(object value)
    {
        if (value is PSObject { BaseObject: PSCustomObject } item)
        {
            foreach (PSPropertyInfo property in item.Properties)
                Add(property.Name, property.Value);
        }
        else
            Bad = Convert.ToString(value, CultureInfo.InvariantCulture);
    }

    /// <summary>The value of a setting, upper and lower case of whose name are the same; null where it is not given.</summary>
    /// <param name="name">Its name.</param>
    public string? this[string name] => Items.FindLast(item => string.Equals(item.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Names and values, in the order given.</summary>
    internal List<KeyValuePair<string, string>> Items { get; } = [];

    /// <summary>What is no setting; null where everything is one.</summary>
    internal string? Bad { get; private set; }

    /// <summary>Names and values.</summary>
    public override string ToString() => string.Join(";", Items.Select(item => $"{item.Key}={item.Value}"));

    /// <summary>By names and values, in whatever order, so that a script can compare it with a hashtable.</summary>
    /// <param name="obj">The other.</param>
    public override bool Equals(object? obj)
        => obj is ConfigTable other && Bad == other.Bad && Items.Count == other.Items.Count && Items.TrueForAll(item => other[item.Key] == item.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Aggregate(0, (code, item) => code ^ StringComparer.OrdinalIgnoreCase.GetHashCode(item.Key));

    private void Add(string name, object? value) => Items.Add(new(name, ConfigValue.ToText(Bare.Of(value))));
}
