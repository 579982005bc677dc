namespace HuaweiDms.PowerShell.Tests.Conventions;

/// <summary>The help of a parameter uses the same words in every command; what is special to one command follows them.</summary>
public sealed class HelpSaysItTheSame
{
    /// <summary>Commands whose parameter of this name has another meaning.</summary>
    private static readonly HashSet<string> Own =
    [
        "Export-DmsReport WhatIf", "Invoke-DmsApi WhatIf", "Reset-DmsEmulator WhatIf", "Stop-DmsEmulator WhatIf",
        "Connect-Dms Timeout", "Import-DmsConfiguration Timeout", "Wait-DmsInstance Timeout", "Wait-DmsTask Timeout",
    ];

    [Theory]
    [InlineData("WhatIf", "^Shows what would be done, item by item, and sends nothing that changes anything. Reading requests may still be sent.")]
    [InlineData("Confirm", "^Asks before each (item|tag)")]
    [InlineData("Force", "^Goes ahead without asking. `-WhatIf` still changes nothing, and an explicit `-Confirm` still asks.")]
    [InlineData("ThrottleLimit", "[Hh]ow many (requests are under way|instances .+) at once: 1 to 256, 16 by default.")]
    [InlineData("Timeout", "^How long to wait at most with `-Wait`.*, (one hour|ten minutes) by default. When it is over, the error `HuaweiDms.Timeout` says so; the service goes on.")]
    [InlineData("PassThru", "^Emits ")]
    [InlineData("First", "^(Emits at most this many objects, counted over all that the command lists|Strikes)")]
    [InlineData("Skip", "^Leaves this many objects out at the beginning, counted as for -First.")]
    public void A_parameter_is_described_in_the_same_words_everywhere(string parameter, string sentence)
    {
        string[] told =
        [
            .. from file in Directory.EnumerateFiles(Path.Combine(CmdletClasses.Root, "docs/cmdlets"), "*.md")
               where !Own.Contains($"{Path.GetFileNameWithoutExtension(file)} {parameter}")
               select TextOf(parameter, File.ReadAllText(file)) into text
               where text is not null
               select text,
        ];

        Assert.NotEmpty(told);
        Assert.All(told, text => Assert.Matches(sentence, text));
    }

    /// <summary>Returns the help text of a parameter, on one line; null if the command has no such parameter.</summary>
    private static string? TextOf(string parameter, string page)
    {
        string heading = $"\n### -{parameter}\n";
        string all = page.ReplaceLineEndings("\n");
        int start = all.IndexOf(heading, StringComparison.Ordinal) + heading.Length;
        return start < heading.Length ? null
            : string.Join(' ', all[start..all.IndexOf("```yaml", start, StringComparison.Ordinal)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
