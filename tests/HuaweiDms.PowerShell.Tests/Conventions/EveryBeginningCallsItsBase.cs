namespace HuaweiDms.PowerShell.Tests.Conventions;

/// <summary>The base refuses a -Context that names nothing, before anything is done.</summary>
public sealed class EveryBeginningCallsItsBase
{
    [Fact]
    public void A_cmdlet_that_overrides_BeginProcessing_calls_what_it_overrides()
        => Assert.All(
            Directory.EnumerateFiles(Path.Combine(CmdletClasses.Root, "src", "HuaweiDms.PowerShell"), "*.cs", SearchOption.AllDirectories)
                .Select(File.ReadAllText)
                .Where(source => source.Contains("override void BeginProcessing()", StringComparison.Ordinal)),
            source => Assert.Contains("base.BeginProcessing();", source, StringComparison.Ordinal));
}
