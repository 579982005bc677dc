using HuaweiDms.Emulator;
using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>Resets of offsets from the plan to the result, while the topic keeps changing.</summary>
public sealed class OffsetResetRunTests : IDisposable
{
    private readonly EmulatedContext _context = new();

    [Fact]
    public async Task If_only_the_service_knows_the_end_the_result_shows_the_end_it_found()
    {
        GroupOffsetPlan plan = await PlanAsync(OffsetTarget.Latest, partitions: null);
        long planned = PlanOf(plan, 0).TargetOffset!.Value;
        await SendAsync(partition: 0);

        Assert.Empty(await RunAsync(plan));

        Assert.All(plan.Plans, partition => Assert.Equal(OffsetResetStatus.Done, partition.Status));
        Assert.Equal((planned + 1, planned + 1), (PlanOf(plan, 0).TargetOffset, PlanOf(plan, 0).EndOffset));
    }

    [Fact]
    public async Task An_explicit_offset_stays_as_planned()
    {
        GroupOffsetPlan plan = await PlanAsync(OffsetTarget.At(1005), [0]);
        await SendAsync(partition: 0);

        Assert.Empty(await RunAsync(plan));

        OffsetResetPlan done = Assert.Single(plan.Plans);
        Assert.Equal((OffsetResetStatus.Done, 1005L, 1024L), (done.Status, done.TargetOffset, done.EndOffset));
    }

    [Fact]
    public async Task A_failed_partition_keeps_the_planned_offset_and_the_others_show_the_actual_one()
    {
        GroupOffsetPlan plan = await PlanAsync(OffsetTarget.From(_context.Clock.UtcNow.AddMinutes(-60)), [0, 1]);
        long?[] planned = [PlanOf(plan, 0).TargetOffset, PlanOf(plan, 1).TargetOffset];
        _context.Emulator.Faults.Add(new() { Method = "PUT", Path = "*/reset-message-offset", Action = FaultAction.Status, StatusCode = 403, ErrorCode = "DMS.00403003", Limit = 1 });

        Assert.Equal("DMS.00403003", Assert.Single(await RunAsync(plan)).Id);

        OffsetResetPlan failed = Assert.Single(plan.Plans, partition => partition.Status == OffsetResetStatus.Failed);
        Assert.NotEqual(failed.CurrentOffset, failed.TargetOffset);
        Assert.Equal(planned, plan.Plans.Select(partition => partition.TargetOffset));
    }

    [Fact]
    public async Task One_topic_yields_different_offsets_for_different_times()
    {
        DateTimeOffset now = _context.Clock.UtcNow;
        using OffsetPlanReader reader = new("Reset offsets", throttleLimit: 4);

        GroupOffsetPlan earlier = await reader.PlanAsync(await RequestAsync(new(Topics("orders"), [0], OffsetTarget.From(now.AddMinutes(-90)))), Stop);
        GroupOffsetPlan later = await reader.PlanAsync(await RequestAsync(new(Topics("orders"), [0], OffsetTarget.From(now.AddMinutes(-30)))), Stop);

        Assert.True(PlanOf(earlier, 0).TargetOffset < PlanOf(later, 0).TargetOffset);
    }

    [Fact]
    public async Task A_time_is_searched_only_in_the_requested_partitions_and_once_in_each()
    {
        ItemReference group = await _context.GroupAsync("kafka-prod", "fulfilment", Stop);
        OffsetTarget target = OffsetTarget.From(_context.Clock.UtcNow.AddMinutes(-60));
        using OffsetPlanReader reader = new("Reset offsets", throttleLimit: 4);
        OffsetRequest request = new(group) { Scopes = { new(Topics("orders"), [1, 3, 3], target), new(Topics("orders"), [3], target) } };

        GroupOffsetPlan plan = await reader.PlanAsync(request, Stop);

        Assert.Equal([1, 3], plan.Plans.Select(partition => partition.Partition!.Value));
        Assert.All(plan.Plans, partition => Assert.NotNull(partition.TargetOffset));
        Assert.Equal(2, _context.Emulator.Requests.Count(sent => sent.Operation == "ShowMessages"));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public async Task A_warning_is_given_if_the_group_moved_in_either_direction_since_its_plan(int moved, int warnings)
    {
        long now = PlanOf(await PlanAsync(OffsetTarget.Earliest, [0]), 0).CurrentOffset!.Value;
        using OffsetPlanReader reader = new("Reset offsets", throttleLimit: 4);

        GroupOffsetPlan plan = await reader.PlanAsync(await RequestAsync(new(Topics("orders"), [0], OffsetTarget.Earliest, Expected: now - moved)), Stop);

        Assert.Equal(warnings, plan.Warnings.Count);
    }

    [Fact]
    public async Task For_a_group_with_members_that_is_the_only_error()
    {
        ItemReference group = await _context.GroupAsync("kafka-prod", "fulfilment", Stop);
        _context.Emulator.Consumers.Start(group.Instance.Id, "fulfilment", ["orders"]);
        using OffsetPlanReader reader = new("Reset offsets", throttleLimit: 4);

        GroupOffsetPlan plan = await reader.PlanAsync(await RequestAsync(new(Topics("orders", "nothing"), null, OffsetTarget.Latest)), Stop);

        Assert.Equal("HuaweiDms.ConsumerGroupActive", Assert.Single(plan.PartialFailures).Id);
        Assert.Empty(plan.Requests);
        Assert.All(plan.Plans, partition => Assert.Equal(OffsetResetStatus.Refused, partition.Status));
    }

    /// <summary>Each response waits until the maximum number of requests is in flight, so that fewer requests would hang.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Topics_are_read_in_parallel_up_to_the_limit_and_planned_in_the_order_given(int limit)
    {
        using MinimumInFlight handler = new(limit, "/partitions");
        using EmulatedContext context = new(handler);
        using OffsetPlanReader reader = new("Reset offsets", limit);
        OffsetRequest request = new(await context.GroupAsync("kafka-prod", "fulfilment", Stop));
        string[] topics = ["payments", "orders", "clickstream", "nothing", "audit-log", "orders"];
        request.Scopes.AddRange(topics.Select(topic => new OffsetScope(Topics(topic), [0], OffsetTarget.Latest)));

        GroupOffsetPlan plan = await reader.PlanAsync(request, Stop).WaitAsync(TimeSpan.FromSeconds(30), Stop);

        Assert.Equal(topics.Distinct(), plan.Plans.Select(partition => partition.Topic));
        Assert.Equal(limit, handler.Most);
    }

    [Fact]
    public async Task A_partition_with_two_targets_is_refused_and_the_others_of_its_topic_are_reset_one_by_one()
    {
        OffsetRequest request = await RequestAsync(new(Topics("orders"), [0, 1], OffsetTarget.Latest));
        request.Scopes.Add(new(Topics("orders"), [1], OffsetTarget.Earliest));
        request.Scopes.Add(new(Topics("orders"), [2], OffsetTarget.At(1005)));
        using OffsetPlanReader reader = new("Reset offsets", throttleLimit: 4);

        GroupOffsetPlan plan = await reader.PlanAsync(request, Stop);

        Assert.Equal(OffsetResetStatus.Refused, PlanOf(plan, 1).Status);
        Assert.Null(plan.TargetOf("orders"));
        Assert.Null(plan.TargetOf("payments"));
        Assert.Equal([0, 2], plan.Requests.Select(request => request.Request.Partition));
    }

    public void Dispose() => _context.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static OffsetResetPlan PlanOf(GroupOffsetPlan plan, int partition) => plan.Plans.Single(one => one.Partition == partition);

    private async Task<GroupOffsetPlan> PlanAsync(OffsetTarget target, int[]? partitions)
    {
        using OffsetPlanReader reader = new("Reset offsets", throttleLimit: 4);
        return await reader.PlanAsync(await RequestAsync(new(Topics("orders"), partitions, target)), Stop);
    }

    private static NameFilter Topics(params string[] names) => new(names, areExact: true);

    private async Task<OffsetRequest> RequestAsync(OffsetScope scope)
    {
        OffsetRequest request = new(await _context.GroupAsync("kafka-prod", "fulfilment", Stop));
        request.Scopes.Add(scope);
        return request;
    }

    private static async Task<IReadOnlyList<Failure>> RunAsync(GroupOffsetPlan plan)
    {
        using OffsetResetRun run = new("Reset offsets", throttleLimit: 4);
        return await run.SendAsync(plan, Stop);
    }

    private async Task SendAsync(int partition)
    {
        ItemReference group = await _context.GroupAsync("kafka-prod", "fulfilment", Stop);
        await _context.Client.Messages.SendAsync(group.Instance.Id, "orders", "late", partition: partition, cancellationToken: Stop);
    }

    /// <summary>Holds responses back until the given number of requests to one path is in flight.</summary>
    private sealed class MinimumInFlight(int minimum, string pathEnd) : DelegatingHandler
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock _gate = new();
        private int _inFlight;

        public int Most { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!request.RequestUri!.AbsolutePath.EndsWith(pathEnd, StringComparison.Ordinal))
                return await base.SendAsync(request, cancellationToken);
            lock (_gate)
                Most = Math.Max(Most, ++_inFlight);
            if (Most == minimum)
                _reached.TrySetResult();
            await _reached.Task.WaitAsync(cancellationToken);
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            lock (_gate)
                _inFlight--;
            return response;
        }
    }
}
