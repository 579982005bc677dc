namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed class FilesStayReadable
{
    /// <summary>Files that consist of a cmdlet's many parameters with their documentation.</summary>
    private static readonly HashSet<string> ManyParameters = ["ConnectDms.cs", "NewDmsInstance.cs", "NewDmsSmartConnectTask.cs", "Instance.cs", "InstanceSpecification.cs"];

    private static IEnumerable<string> Sources
        => new[] { "HuaweiDms.PowerShell", "HuaweiDms.Client", "HuaweiDms.Emulator" }.SelectMany(Repository.Sources);

    [Fact]
    public void No_shipped_source_file_has_more_than_250_lines()
        => Assert.All(
            Sources.Where(path => !ManyParameters.Contains(Path.GetFileName(path))),
            path => Assert.True(File.ReadLines(path).Count() <= 250, path));

    [Fact]
    public void A_doc_comment_is_separated_from_the_previous_member()
        => Assert.All(
            Sources,
            path =>
            {
                string[] lines = [.. File.ReadLines(path).Select(line => line.Trim())];
                Assert.All(
                    Enumerable.Range(1, lines.Length - 1).Where(line => IsComment(lines[line]) && !IsComment(lines[line - 1])),
                    line => Assert.True(lines[line - 1].Length == 0 || lines[line - 1][^1] == '{', $"{path}, line {line + 1}"));
            });

    private static bool IsComment(string line) => line.StartsWith("///", StringComparison.Ordinal);
}
