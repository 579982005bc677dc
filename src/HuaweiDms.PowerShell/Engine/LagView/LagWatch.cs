namespace HuaweiDms.PowerShell.Engine;

/// <summary>Reads and shows the lag repeatedly until the user ends it.</summary>
/// <param name="screen">Where it is shown.</param>
/// <param name="board">What is shown.</param>
/// <param name="frame">Draws it.</param>
/// <param name="read">Reads the lag.</param>
/// <param name="clock">The time it goes by.</param>
internal sealed class LagWatch(ILagScreen screen, LagBoard board, LagFrame frame, Func<CancellationToken, Task<LagSnapshot>> read, IWaitClock clock)
{
    /// <summary>How often key presses and changes of the window size are checked.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    private (int Width, int Height) _size;

    /// <summary>Shows the existing reading and then reads again repeatedly.</summary>
    /// <param name="pipeline">The pipeline, whose thread the screen requires.</param>
    /// <param name="count">How often it is shown; null until the user ends it.</param>
    public async Task RunAsync(IPipeline pipeline, int? count)
    {
        using CancellationTokenSource leaving = CancellationTokenSource.CreateLinkedTokenSource(pipeline.Stop);
        for (int shown = 1; ; shown++)
        {
            await ShowAsync(pipeline).ConfigureAwait(false);
            if (shown == count || await WaitAsync(pipeline, clock.DelayAsync(board.Interval, leaving.Token), canHurry: true).ConfigureAwait(false))
                break;
            Task<LagSnapshot> next = read(leaving.Token);
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

    /// <summary>Waits while watching for key presses.</summary>
    /// <returns>Whether the user ended the view.</returns>
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
            screen.Show(frame.Draw(board, _size.Width, _size.Height, $"q quits, any other key refreshes now. Every {Figures.Duration(board.Interval)}."));
        });
}
