using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Transport;

/// <summary>Preparing the first call.</summary>
public sealed class WarmUpTests
{
    [Fact]
    public async Task The_warm_up_call_runs_completely_and_reads_its_response()
        => Assert.Equal(1, await WarmUp.RunAsync());
}
