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

    [Theory]
    [InlineData("end")]
    [InlineData("failure")]
    [InlineData("reader")]
    [InlineData("stop")]
    public void However_a_body_ends_the_progress_it_has_left_is_taken_away(string how)
    {
        FakeOutput output = new() { EndAfter = how == "reader" ? 1 : int.MaxValue };
        using CancellationTokenSource stop = new();
        using Pump pump = new(output, stop.Token);

        Exception? ended = Record.Exception(() => pump.Run(async pipeline =>
        {
            pipeline.WriteProgress(new("Reading", "3 of 4 topics", 75));
            await pipeline.WriteAsync("first");
            if (how == "failure")
                throw new InvalidOperationException();
            if (how == "stop")
                await pipeline.OnPipelineThreadAsync(stop.Cancel);
            if (how == "reader")
                await Task.Delay(Timeout.Infinite, pipeline.Stop);
        }));

        Assert.Equal(how switch { "failure" => typeof(InvalidOperationException), "reader" => typeof(PipelineEndedException), _ => null }, ended?.GetType());
        Assert.Equal([false, true], output.Progress.Select(progress => progress.Completed));
        Assert.All(output.Progress, progress => Assert.Equal("Reading", progress.Activity));
        Assert.True(output.AlwaysOnOneThread);
    }

    [Fact]
    public void A_progress_that_is_over_is_taken_away_once_and_one_never_shown_not_at_all()
    {
        FakeOutput output = new();
        using (Pump first = new(output, CancellationToken.None))
            first.Run(_ => Task.CompletedTask);
        Assert.Empty(output.Progress);
        using Pump second = new(output, CancellationToken.None);

        second.Run(pipeline =>
        {
            pipeline.WriteProgress(new("Reading", "-", Completed: true));
            return Task.CompletedTask;
        });

        Assert.Single(output.Progress);
    }

    [Fact]
    public void Where_nothing_can_be_shown_any_more_the_end_stays_what_it_was()
    {
        FakeOutput output = new()
        {
            EndAfter = 1,
            OnProgress = progress =>
            {
                if (progress.Completed)
                    throw new System.Management.Automation.PipelineStoppedException();
            },
        };
        using Pump pump = new(output, CancellationToken.None);

        Assert.Throws<PipelineEndedException>(() => pump.Run(async pipeline =>
        {
            pipeline.WriteProgress(new("Reading", "3 of 4 topics"));
            await pipeline.WriteAsync("first");
        }));
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
