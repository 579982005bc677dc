using System.Management.Automation;
using System.Xml;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Reads plan files: CSV, including the variants of spreadsheets, JSON or Clixml. JSON and Clixml are recognized by their
/// beginning.
/// </summary>
internal static class PlanFile
{
    private const string FromCsv = "Microsoft.PowerShell.Utility\\ConvertFrom-Csv -InputObject $args[0] -Delimiter $args[1] -ErrorAction Stop";
    private const string FromJson = "(Microsoft.PowerShell.Utility\\ConvertFrom-Json -InputObject $args[0] -ErrorAction Stop)";

    /// <summary>The beginning of a file from Export-Clixml.</summary>
    private const string Clixml = "<Objs";

    private static readonly char[] OtherDelimiters = [';', '\t'];
    private static readonly char[] JsonBeginnings = ['{', '['];

    /// <summary>Reads the rows of a file. Call on the pipeline's thread.</summary>
    /// <param name="cmdlet">The cmdlet whose session and current folder are used.</param>
    /// <param name="path">The file.</param>
    /// <param name="rowsIn">Returns the rows in the content of the file: mostly the content itself.</param>
    /// <param name="columns">The columns that the rows must have; a column that no row has is reported once, not for each row.</param>
    /// <param name="advice">The description of the format.</param>
    /// <exception cref="FailureException">The file cannot be read, contains no rows, or is not a plan.</exception>
    public static IReadOnlyList<object> Read(PSCmdlet cmdlet, string path, Func<object, IEnumerable<object>> rowsIn, PlanColumns columns, string advice)
    {
        try
        {
            string file = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
            string text = File.ReadAllText(file);
            object[] rows = [.. Content(cmdlet, file, text).OfType<object>().SelectMany(rowsIn)];
            string? complaint = rows.Length == 0 ? Text.PlanHasNoRows : columns.FindProblem(rows);
            return complaint is null ? rows : throw new FailureException(Failures.PlanUnreadable(path, complaint, advice));
        }
        catch (Exception unreadable) when (Failures.IsUnreadable(unreadable) || unreadable is XmlException)
        {
            throw new FailureException(Failures.PlanUnreadable(path, unreadable.Message, advice));
        }
    }

    private static IEnumerable<object?> Content(PSCmdlet cmdlet, string file, string text)
    {
        string beginning = text.TrimStart();
        if (beginning.StartsWith(Clixml, StringComparison.Ordinal))
            return PSSerializer.DeserializeAsList(text);
        bool isJson = file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || beginning.IndexOfAny(JsonBeginnings) == 0;
        return cmdlet.InvokeCommand.InvokeScript(isJson ? FromJson : FromCsv, text, DelimiterOf(text));
    }

    /// <summary>
    /// The delimiter of the columns: a spreadsheet uses semicolons or tabs where commas are decimal separators. It is taken from
    /// the heading.
    /// </summary>
    private static char DelimiterOf(string text)
    {
        // The line before the heading may contain the type of the objects.
        string heading = text.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0 && line[0] != '#') ?? string.Empty;
        int other = heading.IndexOfAny(OtherDelimiters);
        return other >= 0 && heading.IndexOf(',') < 0 ? heading[other] : ',';
    }
}
