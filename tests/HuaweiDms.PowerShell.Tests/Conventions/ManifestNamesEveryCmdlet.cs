using System.Text.RegularExpressions;

namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed partial class ManifestNamesEveryCmdlet
{
    [Fact]
    public void The_manifest_exports_exactly_the_existing_cmdlets_in_order()
    {
        string manifest = File.ReadAllText(Path.Combine(Repository.Root, "HuaweiDms.psd1"));
        string exports = ExportList().Match(manifest).Groups["names"].Value;

        IEnumerable<string> exported = Name().Matches(exports).Select(match => match.Groups["name"].Value);

        Assert.Equal(CmdletClasses.All.Select(CmdletClasses.NameOf).Order(StringComparer.Ordinal), exported);
    }

    [GeneratedRegex(@"CmdletsToExport\s*=\s*@\((?<names>[^)]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ExportList();

    [GeneratedRegex("'(?<name>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
