namespace HuaweiDms.PowerShell.Tests.Conventions;

/// <summary>The help of a parameter uses the same words in every command; what is special to one command follows them.</summary>
public sealed class HelpIsConsistent
{
    /// <summary>Commands whose parameter of this name has another meaning.</summary>
    private static readonly HashSet<string> Own =
    [
        "Export-DmsReport WhatIf", "Invoke-DmsApi WhatIf", "Reset-DmsEmulator WhatIf", "Stop-DmsEmulator WhatIf",
        "Connect-Dms Timeout", "Import-DmsConfiguration Timeout", "Wait-DmsInstance Timeout", "Wait-DmsTask Timeout",
    ];

    [Theory]
    [InlineData("WhatIf", "^Shows what the command would do, item by item, without sending any request that changes something. Read requests may still be sent.")]
    [InlineData("Confirm", "^Prompts for confirmation before each (item|tag)")]
    [InlineData("Force", "^Skips the confirmation prompt. `-WhatIf` still changes nothing, and an explicit `-Confirm` still prompts.")]
    [InlineData("ThrottleLimit", "[Tt]he maximum number of (requests in flight|instances .+), from 1 to 256. The default is 16.")]
    [InlineData("Timeout", "^The maximum time to wait with `-Wait`.*. The default is (one hour|ten minutes). When it expires, the command reports the error `HuaweiDms.Timeout`; the service continues the operation.")]
    [InlineData("PassThru", "^Emits ")]
    [InlineData("First", "^(Emits at most this many objects, counted across everything the command lists|Limits)")]
    [InlineData("Skip", "^Skips this many objects at the beginning, counted as for -First.")]
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
