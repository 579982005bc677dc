namespace HuaweiDms.Client.Tests.Support;

/// <summary>Waits that end only on cancellation.</summary>
internal static class Waiting
{
    /// <summary>Ends with the given error, or as canceled, on the thread that cancels.</summary>
    public static async Task ForeverAsync(Exception? error, CancellationToken cancellationToken)
    {
        TaskCompletionSource ended = new();
        await using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            _ =>
            {
                if (error is null)
                    ended.TrySetCanceled(cancellationToken);
                else
                    ended.TrySetException(error);
            },
            null);
        await ended.Task;
    }
}
