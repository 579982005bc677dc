using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Transport;

/// <summary>Lists are read completely, in order and with as few requests as possible; reading stops when the caller stops.</summary>
public sealed class PagingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-5L, null, "Skip")]
    [InlineData(0L, -1L, "First")]
    public void A_negative_range_is_rejected(long skip, long? first, string named)
    {
        using ScriptedClient client = new();
        Assert.Equal(named, Assert.Throws<DmsException>(() => client.Client.Instances.List(range: new(skip, first))).ParameterName);
    }

    [Fact]
    public async Task Nothing_is_read_before_the_first_object_is_requested()
    {
        FakeList list = new(500);
        await using IAsyncEnumerator<int> reader = list.Read().GetAsyncEnumerator(Stop);

        Assert.Empty(list.Asked);
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal([(0L, 50)], list.Asked);
    }

    [Fact]
    public async Task Only_the_first_page_is_read_until_more_is_requested()
    {
        FakeList list = new(500);
        await using IAsyncEnumerator<int> reader = list.Read().GetAsyncEnumerator(Stop);
        for (int i = 0; i < 50; i++)
            Assert.True(await reader.MoveNextAsync());

        Assert.Single(list.Asked);
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal(9, list.Asked.Count);
    }

    [Fact]
    public async Task At_most_eight_pages_are_in_flight()
    {
        FakeList list = new(2000) { Held = true };
        Task<List<int>> reading = list.ReadAllAsync();
        list.Release(0);
        for (int page = 1; page < 40; page++)
        {
            Assert.InRange(list.InFlight, 1, 8);
            list.Release(page * 50);
        }

        Assert.Equal(Enumerable.Range(0, 2000), await reading);
        Assert.Equal(8, list.MostInFlight);
    }

    [Fact]
    public async Task Pages_received_out_of_order_are_returned_in_order()
    {
        FakeList list = new(450) { Held = true };
        Task<List<int>> reading = list.ReadAllAsync();
        list.Release(0);
        for (int offset = 400; offset >= 50; offset -= 50)
            list.Release(offset);

        Assert.Equal(Enumerable.Range(0, 450), await reading);
    }

    [Fact]
    public async Task A_throttled_page_reduces_the_window_to_one_which_then_grows_again()
    {
        FakeList list = new(3000) { Held = true, Throttled = offset => offset == 100 };
        Task<List<int>> reading = list.ReadAllAsync();
        foreach (int offset in Enumerable.Range(0, 9).Select(page => page * 50))
            list.Release(offset);

        // Pages 1 to 8 and, after page 1, one more were already in flight.
        list.Release(450);
        Assert.Equal([500L], list.Waiting);
        list.Release(500);
        Assert.Equal([550L, 600L], list.Waiting);
        list.Held = false;
        list.Release(550);
        list.Release(600);
        Assert.Equal(Enumerable.Range(0, 3000), await reading);
    }

    [Fact]
    public async Task A_first_page_that_was_throttled_is_followed_by_one_page()
    {
        FakeList list = new(500) { Held = true, Throttled = offset => offset == 0 };
        Task<List<int>> reading = list.ReadAllAsync();
        list.Release(0);
        Assert.Equal([50L], list.Waiting);

        list.Held = false;
        list.Release(50);
        Assert.Equal(500, (await reading).Count);
    }

    [Fact]
    public async Task Leaving_early_cancels_pages_in_flight_and_sends_nothing_more()
    {
        FakeList list = new(2000) { Held = true };
        Task reading = Task.Run(async () =>
        {
            await foreach (int item in list.Read().WithCancellation(Stop))
            {
                if (item == 60)
                    break;
            }
        }, Stop);
        await list.WaitForAsync(0);
        list.Release(0);
        await list.WaitForAsync(400);
        list.Release(50);
        await reading;

        Assert.Empty(list.Waiting);
        Assert.Equal(7, list.Canceled);
        Assert.Equal(9, list.Asked.Count);
    }

    [Fact]
    public async Task Leaving_early_waits_for_pages_that_ignore_cancellation()
    {
        TaskCompletionSource responses = new();
        PageSource<int> source = new(
            async (offset, limit, _) =>
            {
                if (offset > 1)
                    await responses.Task;
                return new([.. Enumerable.Range((int)offset, limit)], 100);
            },
            PageSize: 1);
        IAsyncEnumerator<int> reader = new PagedResult<int>(source, default).GetAsyncEnumerator(Stop);
        Assert.True(await reader.MoveNextAsync() && await reader.MoveNextAsync());

        ValueTask leaving = reader.DisposeAsync();

        Assert.False(leaving.IsCompleted);
        responses.SetResult();
        await leaving;
    }

    [Fact]
    public async Task Failures_of_further_pages_are_not_left_unobserved()
    {
        const string Id = "DMS.unobserved";
        List<Exception> unobserved = [];
        EventHandler<UnobservedTaskExceptionEventArgs> collect = (_, left) => unobserved.AddRange(left.Exception.Flatten().InnerExceptions);
        TaskScheduler.UnobservedTaskException += collect;
        try
        {
            await ReadAsync();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= collect;
        }

        Assert.DoesNotContain(unobserved, error => error is DmsException { ErrorId: Id });

        // A method of its own, so that nothing refers to the tasks afterwards.
        static async Task ReadAsync()
        {
            FakeList list = new(2000) { Failure = offset => offset > 0 ? new DmsException(DmsErrorKind.ServiceFailed, Id, "no") : null };
            await Assert.ThrowsAsync<DmsException>(() => list.ReadAllAsync());
        }
    }

    [Fact]
    public async Task A_failed_page_ends_the_list_and_cancels_the_others()
    {
        FakeList list = new(2000) { Failure = offset => offset == 100 ? new DmsException(DmsErrorKind.ServiceFailed, "DMS.1", "no") : null };
        List<int> read = [];

        DmsException error = await Assert.ThrowsAsync<DmsException>(async () =>
        {
            await foreach (int item in list.Read().WithCancellation(Stop))
                read.Add(item);
        });

        Assert.Equal("DMS.1", error.ErrorId);
        Assert.Equal(Enumerable.Range(0, 100), read);
    }

    [Fact]
    public async Task A_canceled_list_ends_as_canceled()
    {
        FakeList list = new(2000) { Held = true };
        using CancellationTokenSource cancel = new();
        Task<List<int>> reading = list.ReadAllAsync(cancel.Token);
        list.Release(0);
        Assert.Equal(8, list.InFlight);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(0, list.InFlight);
    }

    [Theory]
    [InlineData("DMS.40050010")]
    [InlineData("DMS.00400062")]
    public async Task Skipping_more_than_the_list_has_yields_nothing(string code)
    {
        FakeList list = new(10) { CodePastTheEnd = code };

        Assert.Empty(await list.ReadAllAsync(range: new(10, null)));
        Assert.Empty(await list.ReadAllAsync(range: new(1000, 5)));
    }

    [Fact]
    public async Task The_same_refusal_of_the_first_page_is_an_error()
    {
        FakeList list = new(10) { Failure = _ => new DmsException(DmsErrorKind.InvalidArgument, "DMS.00400062", "no") };
        await Assert.ThrowsAsync<DmsException>(() => list.ReadAllAsync());
    }

    [Fact]
    public async Task A_list_that_shrinks_while_it_is_read_ends_at_its_new_end()
    {
        FakeList list = new(500);
        List<int> read = [];
        await foreach (int item in list.Read().WithCancellation(Stop))
        {
            read.Add(item);
            if (item == 49)
                list.Count = 180;
        }

        Assert.Equal(Enumerable.Range(0, 180), read);
    }

    [Fact]
    public async Task A_list_that_grows_while_it_is_read_is_read_to_its_new_end()
    {
        FakeList list = new(120);
        List<int> read = [];
        await foreach (int item in list.Read().WithCancellation(Stop))
        {
            read.Add(item);
            if (item == 49)
                list.Count = 400;
        }

        Assert.Equal(Enumerable.Range(0, 400), read);
    }

    [Fact]
    public async Task A_list_with_smaller_pages_than_requested_is_read_to_its_total()
    {
        FakeList list = new(45) { LargestPage = 20 };

        Assert.Equal(Enumerable.Range(0, 45), await list.ReadAllAsync());
        Assert.Equal([(0L, 50), (20L, 25), (40L, 5)], list.Asked);
    }

    [Fact]
    public async Task Without_a_total_a_page_that_is_not_full_is_the_last()
    {
        FakeList list = new(120) { HasTotal = false };

        Assert.Equal(Enumerable.Range(0, 120), await list.ReadAllAsync());
        Assert.Equal([(0L, 50), (50L, 50), (100L, 50)], list.Asked);
    }

    [Fact]
    public async Task Without_a_total_a_full_last_page_requires_one_more_request()
    {
        FakeList list = new(100) { HasTotal = false };

        Assert.Equal(Enumerable.Range(0, 100), await list.ReadAllAsync());
        Assert.Equal(3, list.Asked.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_repeated_page_ends_the_list(bool hasTotal)
    {
        FakeList list = new(1000) { HasTotal = hasTotal, RepeatsFirstPage = true };
        Assert.Equal(Enumerable.Range(0, 50), await list.ReadAllAsync());
    }

    [Fact]
    public async Task Requesting_no_objects_sends_nothing()
    {
        FakeList list = new(500);

        Assert.Empty(await list.ReadAllAsync(range: new(0, 0)));
        Assert.Empty(list.Asked);
    }

    [Fact]
    public async Task Very_large_ranges_are_allowed()
    {
        Assert.Equal(100, (await new FakeList(100).ReadAllAsync(range: new(0, long.MaxValue))).Count);
        Assert.Equal(50, (await new FakeList(100).ReadAllAsync(range: new(50, long.MaxValue))).Count);
        Assert.Empty(await new FakeList(100).ReadAllAsync(range: new(long.MaxValue, long.MaxValue)));
    }

    [Fact]
    public void Any_part_of_any_list_is_read_exactly_with_the_fewest_requests()
    {
        Gen<(int total, int pageSize, int skip, int first, bool hasTotal)> cases =
            from total in Gen.Choose(0, 700)
            from pageSize in Gen.Choose(1, 60)
            from skip in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 800))
            from first in Gen.OneOf(Gen.Constant(-1), Gen.Choose(0, 800))
            from hasTotal in Gen.Elements(true, false)
            select (total, pageSize, skip, first, hasTotal);
        Check.One(Trials.Of(400), Prop.ForAll(cases.ToArbitrary(), it =>
        {
            FakeList list = new(it.total) { PageSize = it.pageSize, HasTotal = it.hasTotal };
            List<int> read = list.ReadAllAsync(range: new(it.skip, it.first < 0 ? null : it.first)).GetAwaiter().GetResult();
            int[] wanted = [.. Enumerable.Range(0, it.total).Skip(it.skip).Take(it.first < 0 ? int.MaxValue : it.first)];
            Assert.Equal(wanted, read);

            int pages = it.first == 0 ? 0 : Math.Max(1, (wanted.Length + it.pageSize - 1) / it.pageSize);
            // Without a total, only a page that is not full shows that it is the last.
            bool unsure = !it.hasTotal && wanted.Length > 0 && wanted.Length % it.pageSize == 0 && (it.first < 0 || wanted.Length < it.first);
            Assert.Equal(pages + (unsure ? 1 : 0), list.Asked.Count);
        }));
    }

    [Fact]
    public void A_list_with_omitted_objects_is_read_completely_once_and_in_order()
    {
        Gen<(int total, int pageSize, bool hides, int odds, int salt)> cases =
            from total in Gen.Choose(0, 300)
            from pageSize in Gen.Choose(3, 25)
            from hides in Gen.Elements(true, false)
            from odds in Gen.Choose(1, 6)
            from salt in Gen.Choose(0, 1000)
            select (total, pageSize, hides, odds, salt);
        Check.One(Trials.Of(400), Prop.ForAll(cases.ToArbitrary(), it =>
        {
            // One of two objects is returned: a page with nothing new ends any list.
            FakeList list = new(it.total)
            {
                PageSize = it.pageSize,
                Hidden = place => it.hides && place % 2 == 1 && Noise(place, it.salt, it.odds) == 0,
                Short = offset => it.hides ? 0 : Noise(offset, it.salt, it.pageSize + it.odds) % it.pageSize,
            };
            Assert.Equal(Enumerable.Range(0, it.total).Where(place => !list.Hidden(place)), list.ReadAllAsync().GetAwaiter().GetResult());
        }));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task Objects_omitted_from_a_page_cost_one_request_and_cause_no_duplicates(int hidden)
    {
        FakeList list = new(220) { Hidden = place => place == hidden };

        Assert.Equal(Enumerable.Range(0, 220).Where(place => place != hidden), await list.ReadAllAsync());
        Assert.Equal(6, list.Asked.Count + (hidden == 0 ? 1 : 0));
    }

    [Fact]
    public async Task Objects_missing_at_the_end_of_a_page_are_requested()
    {
        FakeList list = new(220) { Short = offset => offset == 50 ? 20 : 0 };

        Assert.Equal(Enumerable.Range(0, 220), await list.ReadAllAsync());
        Assert.Contains((80L, 20), list.Asked);
    }

    private static int Noise(long place, int salt, int most) => (int)(((place + 1) * 7919 * (salt + 1) >> 3) % most);

    [Fact]
    public async Task Pages_already_read_can_be_garbage_collected()
    {
        List<WeakReference> pages = [];
        PageSource<object> source = new((offset, limit, _) => Task.FromResult(Page(pages, limit)), 50);
        await using IAsyncEnumerator<object> reader = new PagedResult<object>(source, default).GetAsyncEnumerator(Stop);
        for (int i = 0; i < 2001; i++)
            Assert.True(await reader.MoveNextAsync());

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        // The current page, the previous one, the window and the first page remain; the others are collected.
        Assert.InRange(pages.Count(page => page.IsAlive), 1, 12);
        Assert.InRange(pages.Count, 41, 60);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Page<object> Page(List<WeakReference> pages, int limit)
    {
        Page<object> page = new([.. Enumerable.Range(0, limit).Select(_ => new object())], 10_000);
        lock (pages)
            pages.Add(new(page));

        return page;
    }
}
