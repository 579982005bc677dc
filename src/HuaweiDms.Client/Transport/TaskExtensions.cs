namespace HuaweiDms.Transport;

/// <summary>Lets several callers wait for the same task.</summary>
internal static class TaskExtensions
{
    /// <summary>
    /// Waits for the task until <paramref name="cancellationToken"/> is canceled; the task itself continues. Unlike Task.WaitAsync, the continuation
    /// does not run on the thread that cancels, which may be the pipeline thread of PowerShell.
    /// </summary>
    public static async Task<T> WaitOrCancelAsync<T>(this Task<T> task, CancellationToken cancellationToken)
    {
        TaskCompletionSource<bool> stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.Register(state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), stopped))
        {
            if (await Task.WhenAny(task, stopped.Task).ConfigureAwait(false) != task)
                cancellationToken.ThrowIfCancellationRequested();
        }

        return await task.ConfigureAwait(false);
    }
}
