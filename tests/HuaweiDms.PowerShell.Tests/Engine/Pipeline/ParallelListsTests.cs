using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class ParallelListsTests
{
    private static readonly Failure Broken = Failures.NotFound("topic", "3", "here", "Get-DmsTopic");

    [Fact]
    public async Task Lists_are_emitted_in_input_order_and_a_failure_affects_only_its_list()
    {
        RecordingPipeline pipeline = new(TestContext.Current.CancellationToken);
        List<int> emitted = [];

        await ParallelLists.WriteAsync(
            pipeline, [1, 2, 3, 4], 4, async (number, cancellationToken) =>
            {
                await Task.Delay(40 / number, cancellationToken);
                return number == 3 ? throw new DmsException(DmsErrorKind.NotFound, "x", "No.") : (IReadOnlyList<int>)[number, number * 10];
            },
            (_, _) => Broken,
            items =>
            {
                emitted.AddRange(items);
                return Task.FromResult(true);
            });

        Assert.Equal([1, 10, 2, 20, 4, 40], emitted);
        Assert.Same(Broken, Assert.Single(pipeline.Failures));
    }

    [Fact]
    public async Task An_unexpected_exception_of_one_list_does_not_affect_the_others()
    {
        RecordingPipeline pipeline = new(TestContext.Current.CancellationToken);
        List<int> emitted = [];

        await ParallelLists.WriteAsync(
            pipeline,
            [1, 2, 3],
            2,
            (number, _) => number switch
            {
                1 => Task.FromCanceled<IReadOnlyList<int>>(new(canceled: true)),
                2 => Task.FromException<IReadOnlyList<int>>(new InvalidOperationException("oops")),
                _ => Task.FromResult<IReadOnlyList<int>>([number]),
            },
            (number, error) => Failures.From(error, number, "Read", $"list {number}"),
            items =>
            {
                emitted.AddRange(items);
                return Task.FromResult(true);
            });

        Assert.Equal([3], emitted);
        Assert.Equal(["HuaweiDms.ConnectionClosed", "HuaweiDms.Unexpected"], pipeline.Failures.Select(failure => failure.Id));
        Assert.Equal([1, 2], pipeline.Failures.Select(failure => failure.Target));
        Assert.Contains("list 1", pipeline.Failures[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_ahead_is_limited_and_stops_when_no_more_is_wanted()
    {
        RecordingPipeline pipeline = new(TestContext.Current.CancellationToken);
        int begun = 0;
        int emitted = 0;

        await ParallelLists.WriteAsync(
            pipeline, [.. Enumerable.Range(0, 100)], 3, (number, _) =>
            {
                begun++;
                Assert.True(begun <= emitted + 3);
                return Task.FromResult<IReadOnlyList<int>>([number]);
            },
            (_, _) => Broken,
            _ => Task.FromResult(++emitted < 10));

        Assert.Equal(10, emitted);
        Assert.InRange(begun, 10, 12);
    }

    [Fact]
    public async Task When_the_consumer_leaves_no_list_keeps_running()
    {
        RecordingPipeline pipeline = new(TestContext.Current.CancellationToken);
        int ended = 0;

        await ParallelLists.WriteAsync(
            pipeline, [1, 2, 3], 3, async (number, cancellationToken) =>
            {
                if (number == 1)
                    return [1];
                try
                {
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                    return (IReadOnlyList<int>)[];
                }
                finally
                {
                    Interlocked.Increment(ref ended);
                }
            },
            (_, _) => Broken,
            _ => Task.FromResult(false));

        Assert.Equal(2, ended);
    }
}
