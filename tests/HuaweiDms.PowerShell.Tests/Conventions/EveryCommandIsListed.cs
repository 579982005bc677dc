using System.Text.RegularExpressions;

namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed partial class EveryCommandIsListed
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/about_HuaweiDms.md")]
    public void Every_command_is_listed(string file)
        => Assert.Equal(CmdletClasses.All.Select(CmdletClasses.NameOf).Order(StringComparer.Ordinal), Commands(file).Order(StringComparer.Ordinal));

    /// <summary>
    /// Returns the commands between backticks. A verb alone belongs to the following noun: `Get-` `Set-DmsTopic` are two commands.
    /// </summary>
    private static HashSet<string> Commands(string file)
    {
        HashSet<string> listed = [];
        foreach (string line in File.ReadLines(Path.Combine(Repository.Root, file)))
        {
            List<string> verbs = [];
            foreach (Match match in Command().Matches(line))
            {
                verbs.Add(match.Groups["verb"].Value);
                if (match.Groups["noun"].Value is not { Length: > 0 } noun)
                    continue;
                listed.UnionWith(verbs.Select(verb => $"{verb}-{noun}"));
                verbs.Clear();
            }
        }
        return listed;
    }

    [GeneratedRegex("`(?<verb>[A-Z][a-z]+)-(?<noun>(Dms|Dcs)[A-Za-z]*)?`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();
}
