namespace HuaweiDms.PowerShell.Tests.Conventions;

/// <summary>What a parameter does in every command stands in the same words in the help of each; what is special about one comes after them.</summary>
public sealed class HelpSaysItTheSame
{
    /// <summary>Whose parameters of these names do something of their own.</summary>
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
    public void One_parameter_has_one_sentence(string parameter, string sentence)
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

    /// <summary>What is written about a parameter, on one line; null where the command has none of that name.</summary>
    private static string? TextOf(string parameter, string page)
    {
        string heading = $"\n### -{parameter}\n";
        string all = page.ReplaceLineEndings("\n");
        int start = all.IndexOf(heading, StringComparison.Ordinal) + heading.Length;
        return start < heading.Length ? null
            : string.Join(' ', all[start..all.IndexOf("```yaml", start, StringComparison.Ordinal)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
