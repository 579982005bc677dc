namespace HuaweiDms.Authentication;

/// <summary>Waiting for a task that others wait for too.</summary>
internal static class TaskWaiting
{
    /// <summary>
    /// The task's result, unless <paramref name="stop"/> comes first; the task itself goes on. Unlike with Task.WaitAsync, what waits does
    /// not go on inside whoever stops it: that may be PowerShell's own thread.
    /// </summary>
    public static async Task<T> OrStopped<T>(this Task<T> task, CancellationToken stop)
    {
        TaskCompletionSource<bool> stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using (stop.Register(state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), stopped))
        {
            if (await Task.WhenAny(task, stopped.Task).ConfigureAwait(false) != task)
                stop.ThrowIfCancellationRequested();
        }

        return await task.ConfigureAwait(false);
    }
}
