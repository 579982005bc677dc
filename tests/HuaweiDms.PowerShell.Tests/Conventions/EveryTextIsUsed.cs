using System.Xml.Linq;

namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed class EveryTextIsUsed
{
    [Theory]
    [InlineData("HuaweiDms.PowerShell")]
    [InlineData("HuaweiDms.Client")]
    public void Each_text_of_a_project_is_used(string project)
    {
        string sources = string.Concat(Repository.Sources(project).Select(File.ReadAllText));
        XDocument texts = XDocument.Load(Path.Combine(Repository.ProjectFolder(project), "Text.resx"));

        Assert.All(texts.Descendants("data").Select(data => data.Attribute("name")!.Value), name => Assert.True(
            sources.Contains($"Text.{name}", StringComparison.Ordinal) || IsFoundByName(name, sources), $"{name} is not used."));
    }

    /// <summary>Advice texts are found by the name of the error they belong to.</summary>
    private static bool IsFoundByName(string name, string sources)
        => name.EndsWith("Advice", StringComparison.Ordinal)
            && sources.Contains($"\"HuaweiDms.{name[..^"Advice".Length]}\"", StringComparison.Ordinal);
}
