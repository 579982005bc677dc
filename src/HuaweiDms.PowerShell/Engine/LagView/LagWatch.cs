namespace HuaweiDms.PowerShell.Engine;

/// <summary>Looks again and again and shows what it sees, until somebody has seen enough.</summary>
/// <param name="screen">Where it is shown.</param>
/// <param name="board">What is shown.</param>
/// <param name="frame">Draws it.</param>
/// <param name="look">Takes a look.</param>
/// <param name="clock">The time it goes by.</param>
internal sealed class LagWatch(ILagScreen screen, LagBoard board, LagFrame frame, Func<CancellationToken, Task<LagSnapshot>> look, IWaitClock clock)
{
    /// <summary>How soon a key, or a window of another size, is noticed.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    private (int Width, int Height) _size;

    /// <summary>Shows what was seen already, and then looks again.</summary>
    /// <param name="pipeline">The pipeline, on whose thread the screen is.</param>
    /// <param name="count">How often it is shown; null until the user ends it.</param>
    public async Task RunAsync(IPipeline pipeline, int? count)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(pipeline.Stop);
        for (int shown = 1; ; shown++)
        {
            await ShowAsync(pipeline).ConfigureAwait(false);
            if (shown == count || await WaitAsync(pipeline, clock.DelayAsync(board.Interval, leaving.Token), canHurry: true).ConfigureAwait(false))
                break;
            Task<LagSnapshot> next = look(leaving.Token);
            if (await WaitAsync(pipeline, next, canHurry: false).ConfigureAwait(false))
            {
                leaving.Cancel();
                await Task.WhenAny(next).ConfigureAwait(false);
                break;
            }
            board.Apply(await next.ConfigureAwait(false));
        }
        leaving.Cancel();
    }

    /// <summary>Waits, and listens to the user meanwhile.</summary>
    /// <returns>Whether the user has seen enough.</returns>
    private async Task<bool> WaitAsync(IPipeline pipeline, Task until, bool canHurry)
    {
        while (!until.IsCompleted)
        {
            await Task.WhenAny(until, clock.DelayAsync(PollInterval, pipeline.Stop)).ConfigureAwait(false);
            pipeline.Stop.ThrowIfCancellationRequested();
            char? key = null;
            bool isResized = false;
            await pipeline.OnPipelineThreadAsync(() => (key, isResized) = (screen.ReadKey(), screen.Size != _size)).ConfigureAwait(false);
            if (key is 'q' or 'Q' or '\u001B')
                return true;
            if (key is not null && canHurry)
                return false;
            if (key is not null || isResized)
                await ShowAsync(pipeline).ConfigureAwait(false);
        }
        return false;
    }

    private Task ShowAsync(IPipeline pipeline)
        => pipeline.OnPipelineThreadAsync(() =>
        {
            _size = screen.Size;
            screen.Show(frame.Draw(board, _size.Width, _size.Height, $"q quits, any other key looks at once. Every {Figures.Duration(board.Interval)}."));
        });
}
