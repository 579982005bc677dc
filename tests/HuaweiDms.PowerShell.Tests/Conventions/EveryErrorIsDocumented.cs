using System.Text.RegularExpressions;

namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed partial class EveryErrorIsDocumented
{
    /// <summary>One of the ids that a response without a code gets, according to its status.</summary>
    private const string ByStatus = "HuaweiDms.Http404";

    [Fact]
    public void Every_error_id_is_documented_so_that_scripts_can_branch_on_it()
    {
        string help = File.ReadAllText(Path.Combine(Repository.Root, "docs", "about_HuaweiDms.md"));
        string[] ids =
        [
            .. Repository.SourcesIn(Path.Combine(Repository.Root, "src"))
                .Where(path => Path.GetFileName(path).StartsWith("Failures", StringComparison.Ordinal) || Path.GetFileName(path).StartsWith("DmsErrors", StringComparison.Ordinal))
                .SelectMany(path => Id().Matches(File.ReadAllText(path)), (_, match) => match.Groups["id"].Value)
                .Distinct(),
        ];

        Assert.True(ids.Length > 20);
        Assert.All([.. ids, ByStatus], id => Assert.Contains($"`{id}`", help, StringComparison.Ordinal));
    }

    [GeneratedRegex("\"(?<id>HuaweiDms\\.[A-Z][A-Za-z]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();
}
