using System.Reflection;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The style of a report, which goes into each page.</summary>
internal static class ReportStyle
{
    /// <summary>It holds nothing that would have to be encoded.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("HuaweiDms.PowerShell.Report.css")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().Replace("\r", string.Empty);
    }
}
