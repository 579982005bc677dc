using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>The offsets that a reset to a time goes to.</summary>
public sealed class TopicRangesTests : IDisposable
{
    private readonly EmulatedContext _context = new();
    private readonly Throttle _throttle = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_that_was_written_exactly_at_the_time_is_read_again()
    {
        (ItemReference topic, TopicPartition partition) = await FindAsync();

        TimePosition position = await SeekAsync(topic, partition.UpdatedAt!.Value);

        Assert.Equal(new(partition.EndOffset!.Value - 1, IsOutside: false), position);
    }

    [Fact]
    public async Task After_the_last_message_the_position_is_the_end_and_outside_of_what_is_retained()
    {
        (ItemReference topic, TopicPartition partition) = await FindAsync();

        TimePosition position = await SeekAsync(topic, partition.UpdatedAt!.Value.AddMilliseconds(1));

        Assert.Equal(new(partition.EndOffset!.Value, IsOutside: true), position);
    }

    [Fact]
    public async Task At_the_first_message_the_position_is_the_start_and_before_it_also_outside_of_what_is_retained()
    {
        (ItemReference topic, TopicPartition partition) = await FindAsync();
        Message? first = await _context.Client.Messages.GetAsync(topic.Instance.Id, topic.Name, 0, partition.StartOffset!.Value, Stop);

        Assert.Equal(new(partition.StartOffset.Value, IsOutside: false), await SeekAsync(topic, first!.Timestamp!.Value));
        Assert.Equal(new(partition.StartOffset.Value, IsOutside: true), await SeekAsync(topic, first.Timestamp.Value.AddMilliseconds(-1)));
    }

    [Fact]
    public void Partitions_are_ordered_by_number_and_of_one_that_is_listed_twice_the_first_counts()
    {
        TopicRange range = new([new() { Partition = 2, EndOffset = 5 }, new(), new() { Partition = 0 }, new() { Partition = 2, EndOffset = 9 }]);

        Assert.Equal([0, 2, 2], range.All.Select(partition => partition.Partition));
        Assert.Equal((5L, 5L), (range.Of(2)!.Latest, range.Listed(2)!.EndOffset));
        Assert.Null(range.Of(1));
    }

    public void Dispose()
    {
        _throttle.Dispose();
        _context.Dispose();
    }

    private async Task<(ItemReference Topic, TopicPartition Partition)> FindAsync()
    {
        ItemReference topic = await _context.GroupAsync("kafka-prod", "orders", Stop);
        return (topic, (await TopicPartitions.ReadAsync(topic, Stop)).Single(partition => partition.Partition == 0));
    }

    private async Task<TimePosition> SeekAsync(ItemReference topic, DateTimeOffset time)
        => Assert.Single(await new TopicRanges(_throttle).FindAsync(topic, [0], time, Stop)).Value;
}
