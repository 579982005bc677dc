namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Runs bodies in parallel but keeps their output in order. A body whose turn has not come runs only up to its first output, so
/// that at most the first page of each list is held in memory.
/// </summary>
internal static class OrderedOutput
{
    /// <param name="pipeline">Where it all goes.</param>
    /// <param name="bodies">What is run.</param>
    /// <param name="degree">How many at once.</param>
    /// <param name="isWary">
    /// Whether the first body may be enough: it then runs alone, and each further body allows one more in parallel.
    /// </param>
    /// <param name="isOver">Whether nothing more is requested; running bodies are then cancelled.</param>
    public static async Task RunAsync(
        IPipeline pipeline, IReadOnlyList<Func<IPipeline, Task>> bodies, int degree, bool isWary, Func<bool> isOver)
    {
        using CancellationTokenSource leaving = CancellationTokenSource.CreateLinkedTokenSource(pipeline.Stop);
        Queue<(Turn Turn, Task Body)> underWay = new();
        int next = 0;
        int most = isWary ? 1 : degree;
        try
        {
            while (!isOver())
            {
                for (; next < bodies.Count && underWay.Count < most; next++)
                {
                    Turn turn = new(pipeline, leaving.Token);
                    underWay.Enqueue((turn, bodies[next](turn)));
                }
                if (underWay.Count == 0)
                    return;
                (Turn first, Task body) = underWay.Dequeue();
                first.Begin();
                await body.ConfigureAwait(false);
                most = Math.Min(most + 1, degree);
            }
        }
        finally
        {
            leaving.Cancel();
            foreach ((Turn turn, Task left) in underWay)
            {
                turn.Leave();
                await Task.WhenAny(left).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The pipeline of one body: it blocks output until its turn.</summary>
    private sealed class Turn(IPipeline inner, CancellationToken cancellationToken) : PipelineDecorator(inner)
    {
        private readonly TaskCompletionSource<bool> _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override CancellationToken Stop => cancellationToken;

        public override Task TurnAsync() => _turn.Task;

        public void Begin() => _turn.TrySetResult(true);

        public void Leave() => _turn.TrySetCanceled(cancellationToken);

        public override async Task WriteAsync(object item)
        {
            await _turn.Task.ConfigureAwait(false);
            await Inner.WriteAsync(item).ConfigureAwait(false);
        }

        public override async Task WriteAllAsync<T>(IReadOnlyList<T> items)
        {
            if (items.Count == 0)
                return;
            await _turn.Task.ConfigureAwait(false);
            await Inner.WriteAllAsync(items).ConfigureAwait(false);
        }

        public override async Task WriteErrorAsync(Failure failure)
        {
            await _turn.Task.ConfigureAwait(false);
            await Inner.WriteErrorAsync(failure).ConfigureAwait(false);
        }
    }
}
