using System.Text.RegularExpressions;

namespace HuaweiDms.Client.Tests.Conventions;

/// <summary>The client never blocks a thread to wait for a task or for time.</summary>
public sealed partial class NothingBlocks
{
    [Fact]
    public void No_source_file_blocks_a_thread()
    {
        string[] files = [.. Repository.Sources("HuaweiDms.Client")];
        Assert.InRange(files.Length, 50, 2000);
        Assert.Empty(
            from file in files
            from line in File.ReadLines(file).Select((text, index) => (Text: text.Split("//")[0], Number: index + 1))
            where Blocking().IsMatch(line.Text)
            select $"{Path.GetFileName(file)}:{line.Number}: {line.Text.Trim()}");
    }

    // "outcome.Result" is the result of one item of a batch.
    [GeneratedRegex(
        @"(?<!\boutcome)\.Result\b|\.Wait\(|\.GetAwaiter\(\)\.GetResult\(|Thread\.Sleep|\.WaitOne\(|Task\.WaitAll\(|Task\.WaitAny\(",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blocking();
}
