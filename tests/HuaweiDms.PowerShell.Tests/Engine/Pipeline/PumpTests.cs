using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class PumpTests
{
    [Fact]
    public void A_body_on_the_thread_pool_writes_in_order_on_the_pipeline_thread()
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
    public void Output_after_many_errors_is_written()
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
    public void When_the_consumer_stops_the_body_is_stopped_before_the_pump_returns()
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
    public void A_page_is_written_completely_before_the_body_continues()
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
        using CancellationTokenSource cancellationToken = new();
        bool cancelled = false;
        using Pump pump = new(output, cancellationToken.Token);

        pump.Run(async pipeline =>
        {
            await pipeline.WriteAsync("before");
            await cancellationToken.CancelAsync();
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
    public void A_prompt_says_whether_its_own_action_is_harmless()
    {
        FakeOutput output = new();
        using Pump pump = new(output, CancellationToken.None);

        pump.Run(async pipeline =>
        {
            await pipeline.AskAsync("orders", "Change retention 72 -> 96 hours", isHarmless: true);
            await pipeline.AskAsync("payments", "Change retention 72 -> 1 hour");
        });

        Assert.Equal(["orders, harmless", "payments"], output.Asked);
    }

    [Fact]
    public void A_prompt_runs_on_the_pipeline_thread_and_the_body_continues_elsewhere()
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
    public void An_exception_of_the_body_is_thrown_after_everything_it_wrote()
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

    /// <summary>As on a busy machine, where a thread may pause for seconds between two steps.</summary>
    [Fact]
    public void An_exception_is_thrown_however_long_the_body_takes_to_end()
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
    public void Messages_after_a_stop_are_dropped_without_an_exception()
    {
        using CancellationTokenSource cancellationToken = new();
        bool isThrough = false;
        using Pump pump = new(new FakeOutput(), cancellationToken.Token);

        pump.Run(async pipeline =>
        {
            await cancellationToken.CancelAsync();
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
    public void However_a_body_ends_its_progress_is_removed(string how)
    {
        FakeOutput output = new() { EndAfter = how == "reader" ? 1 : int.MaxValue };
        using CancellationTokenSource cancellationToken = new();
        using Pump pump = new(output, cancellationToken.Token);

        Exception? ended = Record.Exception(() => pump.Run(async pipeline =>
        {
            pipeline.WriteProgress(new("Reading", "3 of 4 topics", 75));
            await pipeline.WriteAsync("first");
            if (how == "failure")
                throw new InvalidOperationException();
            if (how == "stop")
                await pipeline.OnPipelineThreadAsync(cancellationToken.Cancel);
            if (how == "reader")
                await Task.Delay(Timeout.Infinite, pipeline.Stop);
        }));

        Assert.Equal(how switch { "failure" => typeof(InvalidOperationException), "reader" => typeof(PipelineEndedException), _ => null }, ended?.GetType());
        Assert.Equal([false, true], output.Progress.Select(progress => progress.Completed));
        Assert.All(output.Progress, progress => Assert.Equal("Reading", progress.Activity));
        Assert.True(output.AlwaysOnOneThread);
    }

    [Fact]
    public void Completed_progress_is_removed_once_and_progress_that_was_never_shown_is_not()
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
    public void An_error_while_removing_progress_does_not_change_the_outcome()
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
    public async Task A_body_that_ignores_the_stop_is_abandoned()
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
