using System.Collections;
using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The columns that the rows of a plan must have.</summary>
/// <param name="needed">Each column: its label for errors, and the names it may have.</param>
internal sealed class PlanColumns(params (string Label, string[] Names)[] needed)
{
    /// <summary>The number of columns to name; the rest is only counted.</summary>
    private const int MaxNamed = 12;

    /// <summary>The number of characters shown of a name: in a file that is not a plan, names can be whole lines.</summary>
    private const int MaxLetters = 40;

    /// <summary>The columns that a row has.</summary>
    public static IEnumerable<string> Of(object row)
        => PSValue.Unwrap(row) switch
        {
            null or string or ValueType => [],
            IDictionary table => Table.Entries(table).Where(entry => entry.Value is not null).Select(entry => entry.Key.ToString() ?? string.Empty),
            _ => PSObject.AsPSObject(row).Properties.Select(property => property.Name),
        };

    /// <summary>The required columns that are not among these.</summary>
    public IEnumerable<string> MissingIn(IEnumerable<string> columns)
    {
        HashSet<string> present = new(columns, StringComparer.OrdinalIgnoreCase);
        return needed.Where(column => !Array.Exists(column.Names, present.Contains)).Select(column => column.Label);
    }

    /// <summary>Why the rows are not a plan: the columns that none of them has. Null if they may be one.</summary>
    public string? FindProblem(IReadOnlyList<object> rows)
    {
        List<string> columns = [.. rows.SelectMany(Of).Distinct(StringComparer.OrdinalIgnoreCase)];
        string[] missing = [.. MissingIn(columns)];
        return missing.Length == 0 ? null
            : Format(Text.PlanColumnsMissing, FirstOf([.. columns.Select(Short).DefaultIfEmpty("-")], MaxNamed), string.Join(", ", missing));
    }

    private static string Short(string name) => name.Length <= MaxLetters ? name : name.Substring(0, MaxLetters) + "…";
}
