using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;
using HuaweiDms.Transport;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class PagedOutputTests
{
    [Fact]
    public void Given_a_consumer_that_takes_one_object_one_page_is_fetched()
    {
        int fetched = 0;
        PagedResult<string> list = List(200, () => fetched++);
        using Pump pump = new(new FakeOutput { EndAfter = 1 }, CancellationToken.None);

        Assert.Throws<PipelineEndedException>(() => pump.Run(pipeline => PagedOutput.WriteAsync(pipeline, list)));

        Assert.Equal(1, fetched);
    }

    [Fact]
    public async Task A_filter_is_applied_before_skip_and_first()
    {
        RecordingPipeline pipeline = new();

        await PagedOutput.WriteAsync(pipeline, List(200), item => item.EndsWith('5'), new OutputWindow(new PageRange(2, 3)));

        Assert.Equal(["25", "35", "45"], pipeline.Objects);
    }

    [Fact]
    public async Task One_window_spans_several_lists()
    {
        RecordingPipeline pipeline = new();
        OutputWindow window = new(new PageRange(1, 2));

        await PagedOutput.WriteAsync(pipeline, List(2), null, window);
        await PagedOutput.WriteAsync(pipeline, List(2), null, window);

        Assert.Equal(["1", "0"], pipeline.Objects);
        Assert.True(window.IsClosed);
    }

    [Fact]
    public void Skip_is_applied_by_the_service_for_one_list_and_locally_for_several()
    {
        OutputWindow one = new(new PageRange(3, 2));
        Assert.Equal(new PageRange(3, 2), one.HandOver());
        Assert.True(one.Take());

        OutputWindow several = new(new PageRange(3, 2));
        Assert.Equal(new PageRange(0, 5), several.Most);
        Assert.Equal([false, false, false, true, true, false], Enumerable.Range(0, 6).Select(_ => several.Take()));
        Assert.Equal(new PageRange(0, 0), several.Most);

        Assert.Equal(PageRange.All, new OutputWindow(PageRange.All).Most);
        Assert.Null(new OutputWindow(new PageRange(5, long.MaxValue)).Most.First);
    }

    [Fact]
    public async Task When_enough_objects_were_emitted_no_further_page_is_fetched()
    {
        int fetched = 0;

        await PagedOutput.WriteAsync(new RecordingPipeline(), List(500, () => fetched++), _ => true, new OutputWindow(new PageRange(0, 10)));

        Assert.Equal(1, fetched);
    }

    private static PagedResult<string> List(int total, Action? onFetch = null)
        => new(
            new PageSource<string>(
                (offset, limit, _) =>
                {
                    onFetch?.Invoke();
                    IEnumerable<string> page = Enumerable.Range(0, total).Skip((int)offset).Take(limit).Select(number => $"{number}");
                    return Task.FromResult(new Page<string>([.. page], total));
                },
                PageSize: 50),
            PageRange.All);
}
