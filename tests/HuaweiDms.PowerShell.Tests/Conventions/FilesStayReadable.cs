namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed class FilesStayReadable
{
    /// <summary>Where a cmdlet's many parameters, each documented, are the whole point.</summary>
    private static readonly HashSet<string> ManyParameters = ["ConnectDms.cs", "NewDmsInstance.cs", "NewDmsSmartConnectTask.cs", "Instance.cs", "InstanceSpecification.cs"];

    [Fact]
    public void No_source_file_of_what_ships_has_more_than_250_lines()
        => Assert.All(
            new[] { "HuaweiDms.PowerShell", "HuaweiDms.Client", "HuaweiDms.Emulator" }
                .SelectMany(project => Directory.EnumerateFiles(Path.Combine(CmdletClasses.Root, "src", project), "*.cs", SearchOption.AllDirectories))
                .Where(path => !ManyParameters.Contains(Path.GetFileName(path))),
            path => Assert.True(File.ReadLines(path).Count() <= 250, path));
}
