using System.Reflection;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The style sheet of a report, which is included in each page.</summary>
internal static class ReportStyle
{
    /// <summary>It contains nothing that would need encoding.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("HuaweiDms.PowerShell.Report.css")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().Replace("\r", string.Empty);
    }
}
