using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class OrderedReadsTests
{
    private readonly RecordingPipeline _pipeline = new(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Reads_use_the_full_limit_across_pages_and_results_keep_their_order()
    {
        const int Limit = 25;
        List<TaskCompletionSource> asked = [];
        int most = 0;
        OrderedReads<int> reads = Reads(Limit);

        foreach (int item in Enumerable.Range(0, 100))
        {
            await reads.AddAsync(item, async _ =>
            {
                TaskCompletionSource response = new(TaskCreationOptions.RunContinuationsAsynchronously);
                asked.Add(response);
                most = Math.Max(most, asked.Count);
                // No response is sent before the limit is reached.
                if (asked.Count == Limit)
                {
                    asked.ForEach(one => one.SetResult());
                    asked.Clear();
                }
                await response.Task;
                return item;
            });
        }
        await reads.EndAsync();

        Assert.Equal(Enumerable.Range(0, 100).Cast<object>(), _pipeline.Objects);
        Assert.Equal(Limit, most);
    }

    [Fact]
    public async Task No_more_reads_than_the_limit_are_in_flight()
    {
        OrderedReads<int> reads = Reads(2);
        TaskCompletionSource<int>[] responses = [new(), new(), new()];

        await reads.AddAsync(0, _ => responses[0].Task);
        await reads.AddAsync(1, _ => responses[1].Task);
        bool isThirdSent = false;
        Task third = reads.AddAsync(2, _ =>
        {
            isThirdSent = true;
            return responses[2].Task;
        });
        Assert.False(isThirdSent);

        responses[0].SetResult(0);
        await third;
        Assert.True(isThirdSent);

        responses[1].SetResult(1);
        responses[2].SetResult(2);
        await reads.EndAsync();
        Assert.Equal([0, 1, 2], _pipeline.Objects);
    }

    [Fact]
    public async Task A_failure_is_an_error_at_its_position()
    {
        OrderedReads<int> reads = Reads(4);
        foreach (int item in Enumerable.Range(0, 6))
        {
            await reads.AddAsync(
                item, _ => item == 2 ? Task.FromException<int>(new DmsException(DmsErrorKind.NotFound, "x", "No.")) : Task.FromResult(item));
        }
        await reads.EndAsync();

        Assert.Equal([0, 1, 3, 4, 5], _pipeline.Objects);
        Assert.Equal(2, Assert.Single(_pipeline.Failures).Target);
    }

    private OrderedReads<int> Reads(int limit) => new(_pipeline, limit, (item, error) => Failures.From(error, item, "Read", $"item {item}"));
}
