using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class ItemRunnerTests
{
    private readonly RecordingPipeline _pipeline = new();

    [Fact]
    public async Task Results_are_emitted_in_input_order_although_later_items_finish_first()
    {
        TaskCompletionSource last = new(TaskCreationOptions.RunContinuationsAsynchronously);
        WorkItem[] items =
        [
            Item("first", async () =>
            {
                await last.Task;
                return "first";
            }),
            Item("second", () =>
            {
                last.SetResult();
                return Task.FromResult<object?>("second");
            }),
        ];

        await ItemRunner.RunAsync(_pipeline, items, "Set", throttleLimit: 2);

        Assert.Equal(["first", "second"], _pipeline.Objects);
    }

    [Fact]
    public async Task One_bad_item_gives_one_error_and_does_not_affect_the_others()
    {
        WorkItem[] items =
        [
            Item("good", () => Task.FromResult<object?>("good")),
            Item("bad", () => throw new DmsException(DmsErrorKind.Busy, "DMS.00400026", "busy")),
            Item("fine", () => Task.FromResult<object?>("fine")),
        ];

        await ItemRunner.RunAsync(_pipeline, items, "Change", throttleLimit: 16);

        Assert.Equal(["good", "fine"], _pipeline.Objects);
        Failure failure = Assert.Single(_pipeline.Failures);
        Assert.Equal("DMS.00400026", failure.Id);
        Assert.Equal(System.Management.Automation.ErrorCategory.ResourceBusy, failure.Category);
        Assert.Equal("bad", failure.Target);
    }

    [Fact]
    public async Task An_unexpected_exception_of_one_item_does_not_affect_the_others()
    {
        WorkItem[] items =
        [
            Item("closed", () => throw new TaskCanceledException()),
            Item("gone", () => throw new ObjectDisposedException("HttpClient")),
            Item("broken", () => throw new InvalidOperationException("oops")),
            Item("fine", () => Task.FromResult<object?>("fine")),
        ];

        await ItemRunner.RunAsync(_pipeline, items, "Read", throttleLimit: 16);

        Assert.Equal(["fine"], _pipeline.Objects);
        Assert.Equal(["HuaweiDms.ConnectionClosed", "HuaweiDms.ConnectionClosed", "HuaweiDms.Unexpected"], _pipeline.Failures.Select(failure => failure.Id));
        Assert.Equal(["closed", "gone", "broken"], _pipeline.Failures.Select(failure => failure.Target));
        Assert.Contains("closed", _pipeline.Failures[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_are_collected_and_failures_are_reported()
    {
        WorkItem[] items =
        [
            Item("first", () => Task.FromResult<object?>("first")),
            Item("bad", () => throw new DmsException(DmsErrorKind.Busy, "DMS.00400026", "busy")),
            Item("none", () => Task.FromResult<object?>(null)),
            Item("last", () => Task.FromResult<object?>("last")),
        ];

        List<string> read = await ItemRunner.ReadAsync<string>(_pipeline, items, "Read", throttleLimit: 16);

        Assert.Equal(["first", "last"], read);
        Assert.Empty(_pipeline.Objects);
        Assert.Equal("bad", Assert.Single(_pipeline.Failures).Target);
    }

    [Fact]
    public async Task At_most_the_limit_run_in_parallel()
    {
        int running = 0;
        int most = 0;
        WorkItem[] items =
        [
            .. Enumerable.Range(0, 50).Select(number => Item($"{number}", async () =>
            {
                int now = Interlocked.Increment(ref running);
                lock (_pipeline)
                    most = Math.Max(most, now);
                await Task.Yield();
                Interlocked.Decrement(ref running);
                return null;
            })),
        ];

        await ItemRunner.RunAsync(_pipeline, items, "Set", throttleLimit: 4);

        Assert.InRange(most, 1, 4);
    }

    [Fact]
    public async Task When_the_consumer_leaves_no_item_keeps_running()
    {
        using CancellationTokenSource leaving = new();
        TaskCompletionSource<object?> last = new();
        WorkItem[] items =
        [
            Item("first", () => Task.FromResult<object?>("first")),
            Item("second", () =>
            {
                leaving.Cancel();
                return last.Task;
            }),
        ];

        Task run = ItemRunner.RunAsync(new RecordingPipeline(leaving.Token), items, "Set", throttleLimit: 2);

        Assert.False(run.IsCompleted);
        last.SetResult("second");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    private static WorkItem Item(string name, Func<Task<object?>> work) => new(name, name, _ => work());
}
