using System.Text.RegularExpressions;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed partial class PagingIsUniform
{
    private static readonly Type[] Listings = [.. CmdletClasses.All.Where(CmdletClasses.SupportsPaging)];

    [Fact]
    public void Every_command_with_paging_uses_the_shared_output_window()
    {
        Assert.True(Listings.Length > 15);
        Assert.All(Listings, cmdlet => Assert.True(cmdlet.IsSubclassOf(typeof(ListCmdlet)), cmdlet.Name));
    }

    [Theory]
    [InlineData("First")]
    [InlineData("Skip")]
    [InlineData("IncludeTotalCount")]
    public void The_help_of_paging_is_the_same_in_every_command(string parameter)
        => Assert.Single(Listings.Select(cmdlet => Told(CmdletClasses.NameOf(cmdlet), parameter)).Distinct(StringComparer.Ordinal));

    private static string Told(string command, string parameter)
    {
        string help = File.ReadAllText(Path.Combine(CmdletClasses.Root, "docs", "cmdlets", $"{command}.md"));
        return Parameter().Matches(help).Single(match => match.Groups["name"].Value == parameter).Groups["text"].Value;
    }

    [GeneratedRegex("^### -(?<name>\\w+)\\r?\\n\\r?\\n(?<text>.+?)\\r?\\n\\r?\\n```yaml", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Parameter();
}
