using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Plans in files: CSV, as spreadsheets have it, too, or JSON where the name ends so.</summary>
internal static class PlanFile
{
    private const string FromCsv = "Microsoft.PowerShell.Utility\\ConvertFrom-Csv -InputObject $args[0] -Delimiter $args[1] -ErrorAction Stop";
    private const string FromJson = "(Microsoft.PowerShell.Utility\\ConvertFrom-Json -InputObject $args[0] -ErrorAction Stop)";

    private static readonly char[] OtherDelimiters = [';', '\t'];

    /// <summary>The rows of a file. Call on the pipeline's thread.</summary>
    /// <param name="cmdlet">Whose folder and session it is.</param>
    /// <param name="path">The file.</param>
    /// <param name="rowsIn">The rows in what the file holds: mostly that itself.</param>
    /// <param name="advice">What such a file looks like.</param>
    /// <exception cref="FailureException">It cannot be read, or there is no row in it.</exception>
    public static IReadOnlyList<object> Read(PSCmdlet cmdlet, string path, Func<object, IEnumerable<object>> rowsIn, string advice)
    {
        try
        {
            string file = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
            string text = File.ReadAllText(file);
            string script = file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? FromJson : FromCsv;
            object[] rows = [.. cmdlet.InvokeCommand.InvokeScript(script, text, DelimiterOf(text)).OfType<object>().SelectMany(rowsIn)];
            return rows.Length > 0 ? rows : throw new FailureException(Failures.PlanUnreadable(path, Text.PlanHasNoRows, advice));
        }
        catch (Exception unreadable) when (Failures.IsUnreadable(unreadable))
        {
            throw new FailureException(Failures.PlanUnreadable(path, unreadable.Message, advice));
        }
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
