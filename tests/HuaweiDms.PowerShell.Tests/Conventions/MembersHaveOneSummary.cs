namespace HuaweiDms.PowerShell.Tests.Conventions;

/// <summary>The compiler accepts a comment with two summaries.</summary>
public sealed class MembersHaveOneSummary
{
    [Fact]
    public void No_comment_has_two_summaries()
        => Assert.All(
            new[] { "src", "tests" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(CmdletClasses.Root, folder), "*.cs", SearchOption.AllDirectories)),
            path => Assert.True(MostInAComment(File.ReadLines(path)) <= 1, path));

    private static int MostInAComment(IEnumerable<string> lines)
    {
        int most = 0, summaries = 0;
        foreach (string line in lines)
        {
            string text = line.TrimStart();
            summaries = !text.StartsWith("///", StringComparison.Ordinal) ? 0 : text.Contains("<summary>", StringComparison.Ordinal) ? summaries + 1 : summaries;
            most = Math.Max(most, summaries);
        }
        return most;
    }
}
