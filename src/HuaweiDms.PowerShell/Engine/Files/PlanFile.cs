using System.Management.Automation;
using System.Xml;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Plans in files: CSV, as spreadsheets have it, too, JSON, or Clixml. What is no CSV begins in its own way.</summary>
internal static class PlanFile
{
    private const string FromCsv = "Microsoft.PowerShell.Utility\\ConvertFrom-Csv -InputObject $args[0] -Delimiter $args[1] -ErrorAction Stop";
    private const string FromJson = "(Microsoft.PowerShell.Utility\\ConvertFrom-Json -InputObject $args[0] -ErrorAction Stop)";

    /// <summary>What Export-Clixml begins with.</summary>
    private const string Clixml = "<Objs";

    private static readonly char[] OtherDelimiters = [';', '\t'];
    private static readonly char[] JsonBeginnings = ['{', '['];

    /// <summary>The rows of a file. Call on the pipeline's thread.</summary>
    /// <param name="cmdlet">Whose folder and session it is.</param>
    /// <param name="path">The file.</param>
    /// <param name="rowsIn">The rows in what the file holds: mostly that itself.</param>
    /// <param name="columns">What its rows have to have; what none has is told once, and not of each.</param>
    /// <param name="advice">What such a file looks like.</param>
    /// <exception cref="FailureException">It cannot be read, there is no row in it, or no plan.</exception>
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

    /// <summary>What separates the columns: a spreadsheet writes semicolons or tabs where commas are for decimals. The heading shows it.</summary>
    private static char DelimiterOf(string text)
    {
        // The line before the heading may say of which type the objects were.
        string heading = text.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0 && line[0] != '#') ?? string.Empty;
        int other = heading.IndexOfAny(OtherDelimiters);
        return other >= 0 && heading.IndexOf(',') < 0 ? heading[other] : ',';
    }
}
