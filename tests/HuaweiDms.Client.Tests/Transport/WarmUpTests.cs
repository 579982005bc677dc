using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Transport;

/// <summary>Preparing the first call.</summary>
public sealed class WarmUpTests
{
    [Fact]
    public async Task A_call_to_nobody_takes_the_whole_way_and_reads_its_answer()
        => Assert.Equal(1, await WarmUp.RunAsync());
}
