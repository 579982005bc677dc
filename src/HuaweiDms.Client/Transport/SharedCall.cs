namespace HuaweiDms.Transport;

/// <summary>
/// A call whose result several callers wait for. The first caller starts it, callers that arrive meanwhile wait for the same result or
/// failure, and if all of them stop waiting it is canceled.
/// </summary>
/// <param name="call">Makes the call.</param>
internal sealed class SharedCall<T>(Func<CancellationToken, Task<T>> call) : IDisposable
{
    private readonly object _gate = new();
    private Run? _running;

    /// <summary>Starts the call, or joins the one in progress.</summary>
    /// <param name="cancellationToken">Ends the waiting of this caller.</param>
    public Task<T> GetAsync(CancellationToken cancellationToken)
    {
        Run run;
        Task<Task<T>>? start = null;
        lock (_gate)
        {
            run = _running ??= new(this, out start);
            run.Waiting++;
        }
        // Outside the lock, because the call continues on this thread until it first waits.
        start?.RunSynchronously(TaskScheduler.Default);
        return WaitAsync(run, cancellationToken);
    }

    /// <summary>Cancels the call in progress.</summary>
    public void Dispose()
    {
        Run? run;
        lock (_gate)
            run = _running;
        run?.Stop.Cancel();
    }

    private async Task<T> WaitAsync(Run run, CancellationToken cancellationToken)
    {
        try
        {
            return await run.Task.WaitOrCancelAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            bool isUnwanted;
            lock (_gate)
            {
                isUnwanted = --run.Waiting == 0 && !run.Task.IsCompleted;
                if (isUnwanted)
                    End(run);
            }
            // Outside the lock, because the call may continue on this thread.
            if (isUnwanted)
                run.Stop.Cancel();
        }
    }

    private async Task<T> RunAsync(Run run)
    {
        try
        {
            return await call(run.Stop.Token).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
                End(run);
        }
    }

    private void End(Run run)
    {
        if (ReferenceEquals(_running, run))
            _running = null;
    }

    private sealed class Run
    {
        /// <summary>Prepares a run.</summary>
        /// <param name="call">The call.</param>
        /// <param name="start">Starts the run.</param>
        public Run(SharedCall<T> call, out Task<Task<T>> start)
        {
            start = new(() => call.RunAsync(this));
            Task = start.Unwrap();
        }

        public CancellationTokenSource Stop { get; } = new();

        public Task<T> Task { get; }

        /// <summary>The number of callers that wait for this run; guarded by the lock of the call.</summary>
        public int Waiting { get; set; }
    }
}
