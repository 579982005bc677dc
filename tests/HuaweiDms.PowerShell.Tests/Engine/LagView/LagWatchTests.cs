using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class LagWatchTests
{
    private readonly FakeScreen _screen = new();
    private readonly LagBoard _board = new(TimeSpan.FromSeconds(5));
    private int _looks;

    [Fact]
    public async Task It_shows_the_requested_number_of_frames_and_reads_once_less_because_the_first_is_given()
    {
        await Watch().RunAsync(new RecordingPipeline(), count: 3);

        Assert.Equal(3, _screen.Frames.Count);
        Assert.Equal(2, _looks);
        Assert.EndsWith("Every 5 s.", _screen.Frames[0][^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('q')]
    [InlineData('Q')]
    [InlineData('\u001B')]
    public async Task A_quit_key_ends_it(char key)
    {
        _screen.Keys.Enqueue(key);
        await Watch(new EndlessClock()).RunAsync(new RecordingPipeline(), count: null);

        Assert.Single(_screen.Frames);
        Assert.Equal(0, _looks);
    }

    [Fact]
    public async Task A_quit_key_cancels_a_slow_reading()
    {
        CancellationToken readToken = default;
        LagWatch watch = new(_screen, _board, new(FrameStyle.Plain, byPartition: false), async cancellationToken =>
        {
            readToken = cancellationToken;
            _screen.Keys.Enqueue('q');
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return Look();
        }, new FakeClock());

        await watch.RunAsync(new RecordingPipeline(), count: null);

        Assert.True(readToken.IsCancellationRequested);
    }

    [Fact]
    public async Task Any_other_key_reads_immediately()
    {
        _screen.Keys.Enqueue('x');
        await Watch(new EndlessClock()).RunAsync(new RecordingPipeline(), count: 2);

        Assert.Equal(1, _looks);
    }

    [Fact]
    public async Task A_resized_window_is_redrawn_immediately()
    {
        _screen.Resizes.Enqueue((20, 4));
        await Watch(new EndlessClock { Ticks = 3 }).RunAsync(new RecordingPipeline(), count: 2);

        Assert.True(_screen.Frames.Count >= 3);
        Assert.All(_screen.Frames[1], line => Assert.True(line.Length <= 20));
    }

    [Fact]
    public async Task Ctrl_C_ends_it_at_any_point()
    {
        using CancellationTokenSource cancellationToken = new();
        _screen.OnShow = cancellationToken.Cancel;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Watch().RunAsync(new RecordingPipeline(cancellationToken.Token), count: null));
    }

    [Theory]
    [InlineData("pwsh -NonInteractive -File any.ps1", null, null, true)]
    [InlineData("pwsh -noni", null, null, true)]
    [InlineData("pwsh -File noni.ps1", null, null, false)]
    [InlineData("pwsh", "GITHUB_ACTIONS", "true", true)]
    [InlineData("pwsh", "TF_BUILD", "True", true)]
    [InlineData("pwsh", "CI", "true", true)]
    [InlineData("pwsh", "TERM", "dumb", true)]
    [InlineData("pwsh", "TERM", "xterm", false)]
    public void Without_an_interactive_terminal_there_is_no_view(string commandLine, string? variable, string? value, bool isSaid)
        => Assert.Equal(isSaid, HostWindow.IsOverridden(commandLine.Split(' '), name => name == variable ? value : null));

    private LagWatch Watch(IWaitClock? clock = null) => new(_screen, _board, new(FrameStyle.Plain, byPartition: false), _ =>
    {
        _looks++;
        return Task.FromResult(Look());
    }, clock ?? new FakeClock());

    private static LagSnapshot Look() => new(DateTimeOffset.UnixEpoch, [new("billing", "billing", "kafka-prod", "billing", 5)]);

    private sealed class FakeScreen : ILagScreen
    {
        private (int Width, int Height) _size = (80, 10);

        public List<IReadOnlyList<string>> Frames { get; } = [];

        public Queue<char> Keys { get; } = new();

        public Queue<(int Width, int Height)> Resizes { get; } = new();

        public Action? OnShow { get; set; }

        public (int Width, int Height) Size => _size;

        public void Show(IReadOnlyList<string> lines)
        {
            Frames.Add(lines);
            OnShow?.Invoke();
        }

        public char? ReadKey()
        {
            if (Resizes.TryDequeue(out (int Width, int Height) size))
                _size = size;
            return Keys.TryDequeue(out char key) ? key : null;
        }
    }

    /// <summary>Short pauses elapse; longer waits end only after a number of them.</summary>
    private sealed class EndlessClock : IWaitClock
    {
        private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Ticks { get; init; } = int.MaxValue;

        public TimeSpan Elapsed { get; private set; }

        public Task DelayAsync(TimeSpan time, CancellationToken cancellationToken)
        {
            if (time > TimeSpan.FromSeconds(1))
                return _over.Task;
            Elapsed += time;
            if (Elapsed >= TimeSpan.FromTicks(time.Ticks * (long)Ticks))
                _over.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
