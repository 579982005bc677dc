using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Tests.State;

public sealed class TopicPartitionTests
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 6, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Offsets_continue_at_the_log_end_and_are_never_reused()
    {
        TopicPartition partition = Filled(start: 40, count: 5);

        partition.DeleteBefore(43);

        Assert.Equal((43, 45, 2), (partition.StartOffset, partition.EndOffset, partition.Messages.Count));
        Assert.Equal(45, partition.Append(new() { Time = Noon }));
        Assert.Null(partition.At(42));
        Assert.NotNull(partition.At(43));
        Assert.Null(partition.At(46));
    }

    [Theory]
    [InlineData(-60, 40)]
    [InlineData(0, 40)]
    [InlineData(1, 41)]
    [InlineData(120, 42)]
    [InlineData(121, 43)]
    [InlineData(999, 45)]
    public void Timestamp_selects_the_first_message_at_or_after_it(int seconds, long offset)
        => Assert.Equal(offset, Filled(start: 40, count: 5).OffsetAt(Noon.AddSeconds(seconds)));

    [Fact]
    public void Deletions_keep_the_log_consistent_and_its_size_above_the_minimum()
        => Prop.ForAll(
            Gen.Choose(0, 30).ToArbitrary(),
            Gen.Choose(-5, 200).ToArbitrary(),
            (count, before) =>
            {
                TopicPartition partition = Filled(start: 100, count);
                partition.DeleteBefore(before);
                return partition.EndOffset == 100 + count
                    && partition.StartOffset == Math.Clamp(before, 100, 100 + count)
                    && partition.Bytes >= TopicPartition.EmptyBytes;
            }).Check(Trials.Of(100));

    /// <summary>A partition with one message per minute, starting at noon.</summary>
    private static TopicPartition Filled(long start, int count)
    {
        TopicPartition partition = new() { StartOffset = start };
        for (int place = 0; place < count; place++)
            partition.Append(new() { Time = Noon.AddMinutes(place), Value = new byte[100] });
        return partition;
    }
}
