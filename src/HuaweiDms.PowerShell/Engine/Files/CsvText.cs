namespace HuaweiDms.PowerShell.Engine;

/// <summary>CSV as people hand it back.</summary>
internal static class CsvText
{
    private static readonly char[] Others = [';', '\t'];

    /// <summary>What separates the columns: a spreadsheet writes semicolons or tabs where commas are for decimals. The heading shows it.</summary>
    public static char DelimiterOf(string text)
    {
        // The line before the heading may say of which type the objects were.
        string heading = text.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0 && line[0] != '#') ?? string.Empty;
        int other = heading.IndexOfAny(Others);
        return other >= 0 && heading.IndexOf(',') < 0 ? heading[other] : ',';
    }
}
