using FsCheck;
using FsCheck.Fluent;

namespace HuaweiDms.Client.Tests.Messages;

/// <summary>A list is returned in the requested order, whatever the order of the service.</summary>
public sealed class OrderedMessagesTests
{
    [Fact]
    public void Any_part_of_any_list_is_returned_in_the_requested_order()
        => Prop.ForAll(
            Gen.Choose(0, 60).ToArbitrary(),
            Gen.Choose(0, 70).Two().ToArbitrary(),
            ArbMap.Default.GeneratorFor<bool>().Two().ToArbitrary(),
            (count, range, order) =>
            {
                (int skip, int first) = range;
                (bool serviceAscends, bool ascending) = order;
                Message[] messages = [.. Enumerable.Range(0, count).Select(NewMessage)];
                Message[] served = serviceAscends ? messages : [.. messages.Reverse()];
                OrderedMessages ordered = new((offset, limit, _) => Task.FromResult(new Page<Message>([.. served.Skip((int)offset).Take(limit)], count)), ascending, skip);
                PagedResult<Message> list = new(new(ordered.FetchAsync, MessagesApi.PageSize, message => message.ToString()), new(skip, first));

                IEnumerable<Message> expected = (ascending ? messages : messages.Reverse()).Skip(skip).Take(first);

                return expected.SequenceEqual(list.ToBlockingEnumerable(TestContext.Current.CancellationToken));
            }).Check(Trials.Of(100));

    [Fact]
    public async Task A_list_without_a_total_cannot_be_reversed()
    {
        Message[] served = [.. Enumerable.Range(0, 15).Select(NewMessage)];
        OrderedMessages ordered = new((offset, limit, _) => Task.FromResult(new Page<Message>([.. served.Skip((int)offset).Take(limit)], total: null)), ascending: false, begin: 0);
        PagedResult<Message> list = new(new(ordered.FetchAsync, MessagesApi.PageSize, message => message.ToString()), default);

        Assert.Equal(served, await list.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_of_the_service_to_slow_down_is_kept_in_either_order(bool ascending)
    {
        Message[] served = [.. Enumerable.Range(0, 15).Select(NewMessage)];
        OrderedMessages ordered = new(
            (offset, limit, _) => Task.FromResult(new Page<Message>([.. served.Skip((int)offset).Take(limit)], served.Length) { Throttled = true }), ascending, begin: 0);

        Page<Message> page = await ordered.FetchAsync(0, MessagesApi.PageSize, TestContext.Current.CancellationToken);

        Assert.True(page.Throttled);
    }

    /// <summary>Three messages have the same timestamp.</summary>
    private static Message NewMessage(int number)
        => new() { Partition = 0, Offset = number, Timestamp = DateTimeOffset.FromUnixTimeSeconds((number / 3) + 1) };
}
