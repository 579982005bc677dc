using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Transport;

public sealed class TaskExtensionsTests
{
    [Fact]
    public async Task The_continuation_does_not_run_on_the_canceling_thread()
    {
        using CancellationTokenSource cancellationToken = new();
        using ThreadLocal<bool> stopping = new();
        Task<bool> waiting = GoOnAsync();

        stopping.Value = true;
        cancellationToken.Cancel();
        stopping.Value = false;

        Assert.False(await waiting);

        async Task<bool> GoOnAsync()
        {
            try
            {
                await new TaskCompletionSource<int>().Task.WaitOrCancelAsync(cancellationToken.Token).ConfigureAwait(false);
                return true;
            }
            catch (OperationCanceledException)
            {
                return stopping.Value;
            }
        }
    }
}
