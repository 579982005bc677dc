using System.Text.RegularExpressions;

namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed partial class EveryCommandIsTold
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/about_HuaweiDms.md")]
    public void Whoever_looks_for_a_command_finds_it(string file)
        => Assert.Equal(CmdletClasses.All.Select(CmdletClasses.NameOf).Order(StringComparer.Ordinal), Commands(file).Order(StringComparer.Ordinal));

    /// <summary>Commands between backticks; a verb alone belongs to the noun that follows: `Get-` `Set-DmsTopic` are two commands.</summary>
    private static HashSet<string> Commands(string file)
    {
        HashSet<string> told = [];
        foreach (string line in File.ReadLines(Path.Combine(CmdletClasses.Root, file)))
        {
            List<string> verbs = [];
            foreach (Match match in Command().Matches(line))
            {
                verbs.Add(match.Groups["verb"].Value);
                if (match.Groups["noun"].Value is not { Length: > 0 } noun)
                    continue;
                told.UnionWith(verbs.Select(verb => $"{verb}-{noun}"));
                verbs.Clear();
            }
        }
        return told;
    }

    [GeneratedRegex("`(?<verb>[A-Z][a-z]+)-(?<noun>(Dms|Dcs)[A-Za-z]*)?`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();
}
