using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class BatchRunnerTests
{
    private static readonly DmsContext Here = new("here", client: null!);
    private static readonly DmsContext There = new("there", client: null!);

    [Fact]
    public async Task Given_120_items_three_requests_of_50_50_and_20_are_sent_and_each_item_gets_its_result()
    {
        List<int> sizes = [];

        List<string> reported = await RunAsync(Items(Here, 120), (_, ids) =>
        {
            lock (sizes)
                sizes.Add(ids.Count);
            return Accept(ids);
        });

        Assert.Equal([20, 50, 50], sizes.Order());
        Assert.Equal(Enumerable.Range(0, 120).Select(number => $"{number}: True"), reported);
    }

    [Fact]
    public async Task The_given_number_of_requests_is_in_flight()
    {
        TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int begun = 0;

        await BatchRunner.RunAsync(
            Items(Here, 12),
            size: 1,
            async (items, _) =>
            {
                // No response is sent before all requests have arrived.
                if (++begun == 12)
                    all.SetResult();
                await all.Task;
                return [.. items.Select(item => new InstanceActionResult { Succeeded = true })];
            },
            _ => new InstanceActionResult(),
            (_, _, _) => Task.CompletedTask,
            TestContext.Current.CancellationToken,
            degree: 12);

        Assert.Equal(12, begun);
    }

    [Fact]
    public async Task Items_of_two_connections_never_share_a_request()
    {
        List<(string Context, int Count)> requests = [];

        await RunAsync([.. Items(Here, 3), .. Items(There, 2)], (context, ids) =>
        {
            lock (requests)
                requests.Add((context.Name, ids.Count));
            return Accept(ids);
        });

        Assert.Equal([("here", 3), ("there", 2)], requests.Order());
    }

    [Fact]
    public async Task Items_of_two_instances_never_share_a_request_and_their_names_are_case_sensitive()
    {
        InstanceReference[] places = [new("one"), new("two")];
        List<int> sizes = [];
        BatchItem[] items = [.. places.SelectMany(place => new[] { "a", "A", "b" }, (place, name) => new BatchItem(Here, name, Name: null, Within: place))];

        await RunAsync(items, (_, ids) =>
        {
            lock (sizes)
                sizes.Add(ids.Count);
            return Accept(ids);
        });

        Assert.Equal([3, 3], sizes);
        Assert.Equal(6, items.Distinct().Count());
    }

    [Fact]
    public async Task When_the_service_refuses_a_whole_request_for_one_bad_item_the_others_still_succeed()
    {
        List<string> reported = await RunAsync(Items(Here, 7), (_, ids) =>
            ids.Contains("3") ? throw Refusal("DMS.00400030", 400) : Accept(ids));

        Assert.Equal(7, reported.Count);
        Assert.Equal(["3: False"], reported.Where(line => line.EndsWith("False", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task At_most_four_requests_are_in_flight()
    {
        int begun = 0;
        TaskCompletionSource responses = new();

        Task run = BatchRunner.RunAsync(
            Items(Here, 20),
            size: 1,
            async (chunk, _) =>
            {
                begun++;
                await responses.Task;
                return await Accept([chunk[0].Id]);
            },
            WithoutResult,
            (_, _, _) => Task.CompletedTask,
            CancellationToken.None);

        Assert.Equal(4, begun);
        responses.SetResult();
        await run;
        Assert.Equal(20, begun);
    }

    [Fact]
    public async Task When_the_consumer_leaves_no_request_stays_open()
    {
        TaskCompletionSource response = new();

        Task run = BatchRunner.RunAsync(
            Items(Here, 2),
            size: 1,
            async (chunk, _) =>
            {
                if (chunk[0].Id == "1")
                    await response.Task;
                return await Accept([chunk[0].Id]);
            },
            WithoutResult,
            (_, _, _) => throw new PipelineEndedException(),
            CancellationToken.None);

        Assert.False(run.IsCompleted);
        response.SetResult();
        await Assert.ThrowsAsync<PipelineEndedException>(() => run);
    }

    [Fact]
    public async Task When_the_response_of_a_request_is_lost_it_is_not_sent_again_and_each_of_its_items_fails()
    {
        int sent = 0;

        List<string> reported = await RunAsync(Items(Here, 5), (_, _) =>
        {
            Interlocked.Increment(ref sent);
            throw new DmsException(DmsErrorKind.OutcomeUnknown, "HuaweiDms.OutcomeUnknown", "lost");
        });

        Assert.Equal(1, sent);
        Assert.Equal(5, reported.Count(line => line.EndsWith("False", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(400, DmsErrorKind.InvalidArgument, true, true)]
    [InlineData(404, DmsErrorKind.NotFound, true, true)]
    [InlineData(409, DmsErrorKind.InvalidArgument, true, true)]
    [InlineData(400, DmsErrorKind.Busy, true, false)]
    [InlineData(409, DmsErrorKind.Busy, true, false)]
    [InlineData(400, DmsErrorKind.QuotaExceeded, false, false)]
    [InlineData(401, DmsErrorKind.AuthenticationFailed, false, false)]
    [InlineData(403, DmsErrorKind.PermissionDenied, false, false)]
    [InlineData(404, DmsErrorKind.Throttled, false, false)]
    [InlineData(500, DmsErrorKind.InvalidArgument, false, false)]
    public void A_part_of_a_request_is_tried_only_if_another_part_may_have_caused_the_refusal(int status, DmsErrorKind kind, bool ofInstances, bool insideOne)
    {
        DmsException refusal = new(kind, "DMS.1", "refused") { StatusCode = status };

        Assert.Equal(ofInstances, BatchRunner.IsAboutContent(refusal, new(Here, "kafka-prod", Name: null)));
        Assert.Equal(insideOne, BatchRunner.IsAboutContent(refusal, new(Here, "orders", Name: null, Within: new("one"))));
    }

    [Fact]
    public async Task Each_item_of_a_refused_request_reports_the_error_of_the_service()
    {
        List<string?> said = [];

        await BatchRunner.RunAsync(
            Items(Here, 1),
            50,
            (_, _) => throw new DmsException(DmsErrorKind.PermissionDenied, "DMS.00403003", "BatchRestart was refused: no (DMS.00403003)") { StatusCode = 403, ServiceMessage = "no" },
            WithoutResult,
            (_, result, error) =>
            {
                said.AddRange([result.ErrorCode, result.Message, (error as DmsException)?.ErrorId]);
                return Task.CompletedTask;
            },
            CancellationToken.None);

        Assert.Equal(["DMS.00403003", "no", "DMS.00403003"], said);
    }

    [Fact]
    public async Task An_unexpected_exception_fails_the_items_of_its_request_only()
    {
        RecordingPipeline pipeline = new(TestContext.Current.CancellationToken);

        await BatchRunner.RunAsync(
            Items(Here, 5),
            size: 1,
            (chunk, _) => chunk[0].Id switch
            {
                "0" => throw new InvalidOperationException("oops"),
                "1" => throw new TaskCanceledException(),
                "2" => throw new FailureException(Failures.NotFound("topic", "x", "here", "Get-DmsTopic")),
                "3" => throw Refusal("DMS.00400030", 400),
                _ => Accept(["4"]),
            },
            WithoutResult,
            (item, result, error) => BatchRunner.WriteAsync(pipeline, "Restart", item, result, error),
            pipeline.Stop);

        string[] ids = ["HuaweiDms.Unexpected", "HuaweiDms.ConnectionClosed", "HuaweiDms.NotFound", "DMS.00400030"];
        Assert.Equal([.. ids, null], pipeline.Objects.Cast<InstanceActionResult>().Select(result => result.ErrorCode));
        Assert.Equal(ids, pipeline.Failures.Select(failure => failure.Id));
        Assert.Equal([pipeline.Objects[0], pipeline.Objects[1], "x", pipeline.Objects[3]], pipeline.Failures.Select(failure => failure.Target));
        Assert.Equal("refused", ((InstanceActionResult)pipeline.Objects[3]).Message);
    }

    [Fact]
    public async Task If_the_reason_of_a_failure_cannot_be_read_the_result_stays_without_one()
    {
        InstanceActionResult[] results = [new() { InstanceId = "0", Succeeded = true }, new() { InstanceId = "1", Message = "failed" }, new() { InstanceId = "2" }];

        await BatchRunner.ExplainAsync(results, (result, index) =>
        {
            Assert.Equal($"{index}", result.InstanceId);
            result.Message ??= "explained";
            throw index == 1 ? Refusal("DMS.00404022", 404) : new InvalidOperationException("oops");
        }, TestContext.Current.CancellationToken);

        Assert.Equal([null, "failed", "explained"], results.Select(result => result.Message));
    }

    [Fact]
    public void For_any_number_of_items_each_is_sent_once_and_no_request_is_too_large()
        => Prop.ForAll(
            Gen.Choose(0, 300).ToArbitrary(),
            Gen.Choose(1, 60).ToArbitrary(),
            (count, size) =>
            {
                List<string> sent = [];
                bool fits = true;
                BatchRunner.RunAsync(
                    Items(Here, count),
                    size,
                    (chunk, _) =>
                    {
                        lock (sent)
                            sent.AddRange(chunk.Select(item => item.Id));
                        fits &= chunk.Count <= size;
                        return Accept([.. chunk.Select(item => item.Id)]);
                    },
                    WithoutResult,
                    (_, _, _) => Task.CompletedTask,
                    CancellationToken.None).GetAwaiter().GetResult();
                return fits && sent.Order().SequenceEqual(Items(Here, count).Select(item => item.Id).Order());
            }).Check(Trials.Of(100));

    private static async Task<List<string>> RunAsync(
        IReadOnlyList<BatchItem> items, Func<DmsContext, IReadOnlyList<string>, Task<IReadOnlyList<ActionResult>>> send)
    {
        List<string> reported = [];
        await BatchRunner.RunAsync(
            items,
            50,
            (chunk, _) => send(chunk[0].Context, [.. chunk.Select(item => item.Id)]),
            WithoutResult,
            (item, result, _) =>
            {
                Assert.Equal(item.Id, result.InstanceId);
                reported.Add($"{item.Id}: {result.Succeeded}");
                return Task.CompletedTask;
            },
            CancellationToken.None);
        return reported;
    }

    private static List<BatchItem> Items(DmsContext context, int count)
        => [.. Enumerable.Range(0, count).Select(number => new BatchItem(context, $"{number}", Name: null))];

    private static InstanceActionResult WithoutResult(BatchItem item) => new() { InstanceId = item.Id, Action = "restart" };

    private static Task<IReadOnlyList<ActionResult>> Accept(IReadOnlyList<string> ids)
        => Task.FromResult<IReadOnlyList<ActionResult>>(
            [.. ids.Select(id => new InstanceActionResult { InstanceId = id, Action = "restart", Succeeded = true })]);

    private static DmsException Refusal(string code, int status)
        => new(DmsErrorKind.InvalidArgument, code, "refused") { StatusCode = status };
}
