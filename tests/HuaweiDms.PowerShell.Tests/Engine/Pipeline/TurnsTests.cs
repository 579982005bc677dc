using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class TurnsTests
{
    private static readonly Failure Broken = Failures.NotFound("topic", "3", "here", "Get-DmsTopic");

    private readonly RecordingPipeline _pipeline = new(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Output_keeps_the_order_of_the_bodies_whichever_is_ready_first()
    {
        TaskCompletionSource last = new(TaskCreationOptions.RunContinuationsAsynchronously);

        await RunAsync(
            3,
            async own =>
            {
                await last.Task;
                await own.WriteAllAsync([10, 11]);
                await own.WriteAllAsync([12, 13]);
            },
            own => own.WriteErrorAsync(Broken),
            own =>
            {
                last.SetResult();
                return own.WriteAsync(30);
            });

        Assert.Equal([10, 11, 12, 13, 30], _pipeline.Objects);
        Assert.Same(Broken, Assert.Single(_pipeline.Failures));
    }

    [Fact]
    public async Task A_body_that_waits_for_its_turn_reads_no_second_page()
    {
        int pages = 0;
        TaskCompletionSource others = new(TaskCreationOptions.RunContinuationsAsynchronously);
        async Task ListAsync(IPipeline own)
        {
            for (int page = 0; page < 5; page++)
            {
                if (Interlocked.Increment(ref pages) == 3)
                    others.SetResult();
                await own.WriteAllAsync([page]);
            }
        }

        await RunAsync(
            4,
            async own =>
            {
                await others.Task;
                Assert.Equal(3, Volatile.Read(ref pages));
                await own.WriteAsync("first");
            },
            ListAsync,
            ListAsync,
            ListAsync);

        Assert.Equal(["first", 0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4], _pipeline.Objects);
    }

    [Fact]
    public async Task At_most_the_limit_run_in_parallel()
    {
        int running = 0;
        int most = 0;
        async Task ReadAsync(IPipeline own)
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
            await own.WriteAsync(1);
        }

        await RunAsync(4, [.. Enumerable.Repeat((Func<IPipeline, Task>)ReadAsync, 50)]);

        Assert.Equal(50, _pipeline.Objects.Count);
        Assert.InRange(most, 1, 4);
    }

    [Fact]
    public async Task If_one_body_may_be_enough_it_runs_alone()
    {
        int begun = 0;
        Task ReadAsync(IPipeline own)
        {
            begun++;
            return own.WriteAsync(begun);
        }

        await Turns.RunAsync(_pipeline, [.. Enumerable.Repeat((Func<IPipeline, Task>)ReadAsync, 50)], 16, isWary: true, () => _pipeline.Objects.Count > 0);

        Assert.Equal(1, begun);
    }

    [Fact]
    public async Task If_the_first_bodies_were_not_enough_more_and_more_are_started()
    {
        int begun = 0;
        int ended = 0;
        int ahead = 0;
        async Task ReadAsync(IPipeline own)
        {
            ahead = Math.Max(ahead, ++begun - ended);
            await own.TurnAsync();
            ended++;
        }

        await Turns.RunAsync(_pipeline, [.. Enumerable.Repeat((Func<IPipeline, Task>)ReadAsync, 50)], 16, isWary: true, () => false);

        Assert.Equal(50, ended);
        Assert.InRange(ahead, 8, 17);
    }

    [Fact]
    public async Task Abandoned_bodies_end()
    {
        int left = 0;
        async Task WaitAsync(IPipeline own)
        {
            try
            {
                await own.WriteAsync("never");
            }
            catch (OperationCanceledException)
            {
                left++;
            }
        }

        await Turns.RunAsync(_pipeline, [own => own.WriteAsync("enough"), WaitAsync, WaitAsync], 3, isWary: false, () => _pipeline.Objects.Count > 0);

        Assert.Equal(["enough"], _pipeline.Objects);
        Assert.Equal(2, left);
    }

    [Fact]
    public async Task The_window_counts_in_the_order_of_the_lists()
    {
        TaskCompletionSource last = new(TaskCreationOptions.RunContinuationsAsynchronously);
        OutputWindow window = new(new PageRange(1, 2));
        async Task ListAsync(IPipeline own, Task ready, params string[] names)
        {
            await ready;
            await PagedOutput.WriteAsync(own, Lists.Of(names), filter: null, window);
        }

        await RunAsync(
            2,
            own => ListAsync(own, last.Task, "a", "b"),
            own =>
            {
                last.SetResult();
                return ListAsync(own, Task.CompletedTask, "c", "d");
            });

        Assert.Equal(["b", "c"], _pipeline.Objects);
    }

    private Task RunAsync(int degree, params Func<IPipeline, Task>[] bodies) => Turns.RunAsync(_pipeline, bodies, degree, isWary: false, () => false);

    private static class Lists
    {
        public static PagedResult<string> Of(string[] items)
            => new(new HuaweiDms.Transport.PageSource<string>((_, _, _) => Task.FromResult(new Page<string>(items, items.Length)), PageSize: 50), PageRange.All);
    }
}
