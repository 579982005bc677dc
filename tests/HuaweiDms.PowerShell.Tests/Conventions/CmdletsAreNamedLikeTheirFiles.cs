namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed class CmdletsAreNamedLikeTheirFiles
{
    [Fact]
    public void Each_cmdlet_is_sealed_and_has_the_name_of_its_verb_and_noun_and_of_its_file()
    {
        string folder = Path.Combine(Repository.ProjectFolder("HuaweiDms.PowerShell"), "Cmdlets");
        HashSet<string> files = [.. Repository.SourcesIn(folder).Select(path => Path.GetFileNameWithoutExtension(path)!)];

        Assert.All(CmdletClasses.All, cmdlet =>
        {
            Assert.True(cmdlet.IsSealed, cmdlet.Name);
            Assert.Equal(CmdletClasses.NameOf(cmdlet).Replace("-", string.Empty, StringComparison.Ordinal), cmdlet.Name);
            Assert.Contains(cmdlet.Name, files);
        });
        Assert.Equal(CmdletClasses.All.Count, files.Count);
    }
}
