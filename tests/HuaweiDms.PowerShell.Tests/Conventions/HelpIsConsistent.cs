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
        string[] descriptions =
        [
            .. CmdletHelp.Commands.Where(command => !Own.Contains($"{command} {parameter}")).Select(command => CmdletHelp.Describe(command, parameter)).OfType<string>().Select(OnOneLine),
        ];

        Assert.NotEmpty(descriptions);
        Assert.All(descriptions, description => Assert.Matches(sentence, description));
    }

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
