using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Transport;

/// <summary>Reading several items: some in parallel, in order, and canceled together.</summary>
public sealed class InParallelTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Results_are_in_the_order_of_the_items_and_at_most_eight_are_read_in_parallel()
    {
        TaskCompletionSource responses = new();
        int begun = 0;
        Task<int[]> reading = InParallel.ReadAsync(
            Enumerable.Range(0, 20),
            async (number, _) =>
            {
                Interlocked.Increment(ref begun);
                await responses.Task;
                return number * 10;
            },
            Stop);

        Assert.Equal(8, begun);
        responses.SetResult();
        Assert.Equal(Enumerable.Range(0, 20).Select(number => number * 10), await reading);
    }

    [Fact]
    public async Task Cancellation_throws_with_the_token_of_the_caller()
    {
        using CancellationTokenSource caller = new();
        Task<int[]> reading = InParallel.ReadAsync(
            Enumerable.Range(0, 3),
            async (number, cancellationToken) =>
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return number;
            },
            caller.Token);
        await caller.CancelAsync();

        OperationCanceledException end = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);

        Assert.Equal(caller.Token, end.CancellationToken);
    }
}
