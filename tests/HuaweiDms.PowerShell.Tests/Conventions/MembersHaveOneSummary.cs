namespace HuaweiDms.PowerShell.Tests.Conventions;

/// <summary>The compiler accepts a comment with two summaries.</summary>
public sealed class MembersHaveOneSummary
{
    [Fact]
    public void No_comment_has_two_summaries()
        => Assert.All(
            new[] { "src", "tests" }.SelectMany(folder => Repository.SourcesIn(Path.Combine(Repository.Root, folder))),
            path => Assert.True(MostInAComment(File.ReadLines(path)) <= 1, path));

    private static int MostInAComment(IEnumerable<string> lines)
    {
        int most = 0, summaries = 0;
        foreach (string line in lines)
        {
            string text = line.TrimStart();
            if (!text.StartsWith("///", StringComparison.Ordinal))
                summaries = 0;
            else if (text.Contains("<summary>", StringComparison.Ordinal))
                summaries++;
            most = Math.Max(most, summaries);
        }
        return most;
    }
}
