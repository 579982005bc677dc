using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class PumpTests
{
    [Fact]
    public void A_body_writes_from_the_pool_and_everything_arrives_in_order_on_the_pipelines_thread()
    {
        FakeOutput output = new();
        using Pump pump = new(output, CancellationToken.None);

        pump.Run(async pipeline =>
        {
            for (int number = 0; number < 1000; number++)
                await pipeline.WriteAsync(number);
            await pipeline.WriteAllAsync<object>([1000, 1001]);
        });

        Assert.Equal(Enumerable.Range(0, 1002).Cast<object>(), output.Objects);
        Assert.True(output.AlwaysOnOneThread);
    }

    [Fact]
    public void However_many_errors_there_are_what_comes_after_them_arrives()
    {
        FakeOutput output = new();
        using CancellationTokenSource late = new(TimeSpan.FromSeconds(30));
        using Pump pump = new(output, late.Token);

        pump.Run(async pipeline =>
        {
            for (int number = 0; number < 100; number++)
                await pipeline.WriteErrorAsync(Failures.NotFound("topic", $"{number}", "here", "Get-DmsTopic"));
            await pipeline.WriteAsync("last");
        });

        Assert.Equal(100, output.Failures.Count);
        Assert.Equal(["last"], output.Objects);
    }

    [Fact]
    public void When_the_reader_has_enough_the_body_is_stopped_and_has_ended_before_the_pump_returns()
    {
        FakeOutput output = new() { EndAfter = 1 };
        bool ended = false;
        int produced = 0;
        using Pump pump = new(output, CancellationToken.None);

        Assert.Throws<PipelineEndedException>(() => pump.Run(async pipeline =>
        {
            try
            {
                while (true)
                {
                    await pipeline.WriteAsync(produced);
                    produced++;
                }
            }
            finally
            {
                ended = true;
            }
        }));

        Assert.True(ended);
        Assert.Single(output.Objects);
        Assert.True(produced <= 40, $"The body ran {produced} objects ahead of a reader that wanted one.");
    }

    [Fact]
    public void A_page_is_handed_over_whole_before_the_body_goes_on()
    {
        FakeOutput output = new() { EndAfter = 1 };
        bool askedForMore = false;
        using Pump pump = new(output, CancellationToken.None);

        Assert.Throws<PipelineEndedException>(() => pump.Run(async pipeline =>
        {
            await pipeline.WriteAllAsync(["first", "second"]);
            askedForMore = true;
        }));

        Assert.False(askedForMore);
    }

    [Fact]
    public void Stopping_cancels_the_body_and_returns_without_an_error()
    {
        FakeOutput output = new();
        using CancellationTokenSource stop = new();
        bool cancelled = false;
        using Pump pump = new(output, stop.Token);

        pump.Run(async pipeline =>
        {
            await pipeline.WriteAsync("before");
            await stop.CancelAsync();
            try
            {
                await Task.Delay(Timeout.Infinite, pipeline.Stop);
            }
            catch (OperationCanceledException)
            {
                cancelled = true;
                throw;
            }
        });

        Assert.True(cancelled);
    }

    [Fact]
    public void A_question_is_put_on_the_pipelines_thread_and_the_body_goes_on_elsewhere()
    {
        FakeOutput output = new() { Answer = false };
        int pipelineThread = Environment.CurrentManagedThreadId;
        bool? answer = null;
        int threadAfter = pipelineThread;
        using Pump pump = new(output, CancellationToken.None);

        pump.Run(async pipeline =>
        {
            answer = await pipeline.AskAsync("kafka-prod", "Restart");
            threadAfter = Environment.CurrentManagedThreadId;
        });

        Assert.False(answer);
        Assert.Equal(["kafka-prod"], output.Asked);
        Assert.True(output.AlwaysOnOneThread);
        Assert.NotEqual(pipelineThread, threadAfter);
    }

    [Fact]
    public void A_failure_of_the_body_comes_out_of_the_pump_after_everything_it_wrote()
    {
        FakeOutput output = new();
        using Pump pump = new(output, CancellationToken.None);

        InvalidOperationException failure = Assert.Throws<InvalidOperationException>(() => pump.Run(async pipeline =>
        {
            await pipeline.WriteAsync("before");
            throw new InvalidOperationException("broken");
        }));

        Assert.Equal("broken", failure.Message);
        Assert.Equal(["before"], output.Objects);
    }

    /// <summary>As on a machine that is busy, where a thread may rest for seconds between two steps.</summary>
    [Fact]
    public void A_failure_comes_out_however_long_the_body_takes_from_its_last_word_to_its_end()
    {
        InvalidOperationException broken = new("broken");
        void Rest(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs raised)
        {
            if (ReferenceEquals(raised.Exception, broken) && Thread.CurrentThread.IsThreadPoolThread)
                Thread.Sleep(1000);
        }
        using Pump pump = new(new FakeOutput(), CancellationToken.None);
        AppDomain.CurrentDomain.FirstChanceException += Rest;
        try
        {
            Assert.Same(broken, Assert.Throws<InvalidOperationException>(() => pump.Run(_ => Task.FromException(broken))));
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Rest;
        }
    }

    [Fact]
    public void What_is_told_once_nobody_listens_is_lost_and_costs_the_body_nothing()
    {
        using CancellationTokenSource stop = new();
        bool isThrough = false;
        using Pump pump = new(new FakeOutput(), stop.Token);

        pump.Run(async pipeline =>
        {
            await stop.CancelAsync();
            pipeline.WriteVerbose("GET /v2");
            pipeline.WriteWarning("Late.");
            pipeline.WriteProgress(new("Waiting", "kafka-prod"));
            isThrough = true;
        });

        Assert.True(isThrough);
    }

    [Fact]
    public async Task A_body_that_does_not_listen_is_left_behind()
    {
        FakeOutput output = new() { EndAfter = 1 };
        TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bool ended = false;
        using Pump pump = new(output, CancellationToken.None);
        Task run = Task.Run(
            () => pump.Run(async pipeline =>
            {
                await pipeline.WriteAsync("only");
                await released.Task;
                ended = true;
            }),
            TestContext.Current.CancellationToken);

        try
        {
            await Assert.ThrowsAsync<PipelineEndedException>(() => run.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
            Assert.False(ended);
            Assert.Single(output.Objects);
        }
        finally
        {
            released.SetResult();
        }
    }
}
