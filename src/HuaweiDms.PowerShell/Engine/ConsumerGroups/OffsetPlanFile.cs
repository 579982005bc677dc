using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A plan of offset resets in a CSV file.</summary>
internal static class OffsetPlanFile
{
    /// <summary>The rows of a file, as Import-Csv has them. Call on the pipeline's thread.</summary>
    /// <exception cref="FailureException">There is no such file, or it cannot be read.</exception>
    public static IReadOnlyList<PSObject> Read(PSCmdlet cmdlet, string path)
    {
        string file = cmdlet.GetUnresolvedProviderPathFromPSPath(path);
        if (!File.Exists(file))
            throw new FailureException(Failures.InvalidArgument("FromFile", path, Format(Text.PlanFileRule, file)));
        PSObject[] rows;
        try
        {
            rows =
            [
                .. cmdlet.InvokeCommand.InvokeScript(
                    "Microsoft.PowerShell.Utility\\Import-Csv -LiteralPath $args[0] -Delimiter $args[1] -ErrorAction Stop", file, CsvText.DelimiterOf(File.ReadAllText(file))),
            ];
        }
        catch (Exception unreadable) when (unreadable is RuntimeException or IOException or UnauthorizedAccessException)
        {
            throw new FailureException(Failures.InvalidArgument("FromFile", path, unreadable.Message));
        }
        return rows.Length > 0 ? rows : throw new FailureException(Failures.InvalidArgument("FromFile", path, Text.OffsetPlanRowRule));
    }
}
