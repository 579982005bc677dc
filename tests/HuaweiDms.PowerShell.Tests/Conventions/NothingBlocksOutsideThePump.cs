using System.Text.RegularExpressions;

namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed partial class NothingBlocksOutsideThePump
{
    /// <summary>The pump itself, and completers, which wait briefly because PowerShell calls them synchronously.</summary>
    private static readonly HashSet<string> Allowed = ["Pump.cs", "CompletionCache.cs"];

    [Fact]
    public void No_source_waits_for_a_task_or_sleeps()
    {
        IEnumerable<string> sources = Repository.Sources("HuaweiDms.PowerShell").Where(path => !Allowed.Contains(Path.GetFileName(path)));

        Assert.All(sources, path => Assert.DoesNotMatch(Blocking(), File.ReadAllText(path)));
    }

    [GeneratedRegex(@"\.Wait\(|\.GetAwaiter\(\)\.GetResult\(|Thread\.Sleep|\.Result\b(?!s)", RegexOptions.None, 1000)]
    private static partial Regex Blocking();
}
