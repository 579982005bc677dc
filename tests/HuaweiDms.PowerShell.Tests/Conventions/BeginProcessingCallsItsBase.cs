namespace HuaweiDms.PowerShell.Tests.Conventions;

/// <summary>The base class refuses a -Context that names no connection before anything is done.</summary>
public sealed class BeginProcessingCallsItsBase
{
    [Fact]
    public void A_cmdlet_that_overrides_BeginProcessing_calls_the_base_method()
        => Assert.All(
            Repository.Sources("HuaweiDms.PowerShell").Select(File.ReadAllText).Where(source => source.Contains("override void BeginProcessing()", StringComparison.Ordinal)),
            source => Assert.Contains("base.BeginProcessing();", source, StringComparison.Ordinal));
}
