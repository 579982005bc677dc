using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>A group that the service lists without a name does not affect the others.</summary>
public sealed class GroupsWithoutANameTests : IDisposable
{
    private readonly EmulatedContext _context = new(new FixedResponse(
        "/groups", """{"groups":[{"group_id":null,"lag":900},{"group_id":""},{"group_id":"fulfilment"},{"group_id":"billing","lag":13}],"total":4}"""));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_lag_check_uses_the_named_groups()
    {
        using Throttle throttle = new();
        ItemReference any = await _context.GroupAsync("kafka-prod", "billing", Stop);

        NamedItems checks = await new InstanceChecker(new(any.Context, any.Instance), new() { Lag = 1000 }, throttle).CheckAsync(["Lag"], Stop);

        InstanceCheck lag = Assert.IsType<InstanceCheck>(Assert.Single(checks.Items));
        Assert.Equal((true, 54L), (lag.Passed, lag.Value));
        Assert.Empty(checks.Missing);
    }

    [Fact]
    public async Task The_report_contains_the_named_groups()
    {
        using Throttle throttle = new();
        ItemReference any = await _context.GroupAsync("kafka-prod", "billing", Stop);
        ReportRequest request = new() { Disk = false, Balance = false, Topics = false };

        InstanceReport report = await new ReportReader(any.Context, any.Instance, request, throttle, new(new RecordingPipeline(), "Reading", "replicas")).ReadAsync(Stop);

        Assert.Equal(["fulfilment", "billing"], report.Lag!.Value!.Groups.Select(group => group.ConsumerGroup));
        Assert.Empty(report.Problems);
    }

    public void Dispose() => _context.Dispose();
}
