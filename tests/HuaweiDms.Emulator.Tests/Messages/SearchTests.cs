using System.Text;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Messages;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Tests.Messages;

public sealed class SearchTests
{
    /// <summary>Hashes from Kafka's own tests.</summary>
    [Theory]
    [InlineData("21", -973932308)]
    [InlineData("foobar", -790332482)]
    [InlineData("a-little-bit-long-string", -985981536)]
    [InlineData("a-little-bit-longer-string", -1486304829)]
    [InlineData("lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58897971)]
    [InlineData("abc", 479470107)]
    public void Keys_are_hashed_like_in_Kafka_producers(string key, int hash) => Assert.Equal(hash, Partitioner.Hash(Encoding.UTF8.GetBytes(key)));

    [Fact]
    public void Keyword_search_is_limited_in_messages()
    {
        KafkaTopic topic = Topic(Enumerable.Range(0, MessageSearch.MaxScanned + 1).Select(number => Encoding.UTF8.GetBytes($"n{number}.")));

        Assert.Equal(MessageSearch.MaxWithKeyword, MessageSearch.WithKeyword(All(topic), "n").Count);
        Assert.Single(MessageSearch.WithKeyword(All(topic), "n9999."));
        Assert.Empty(MessageSearch.WithKeyword(All(topic), "n10000."));
    }

    [Fact]
    public void Keyword_search_is_limited_in_bytes()
    {
        byte[] value = new byte[10 << 20];
        KafkaTopic topic = Topic(Enumerable.Repeat(value, 20));
        Assert.Empty(MessageSearch.WithKeyword(All(topic), "x"));

        topic.Partitions[0].Append(new() { Value = [0] });

        Assert.Equal((501, "DMS.111501026"), Refusal(() => MessageSearch.WithKeyword(All(topic), "x")));
    }

    private static (int Status, string Code) Refusal(Action act)
    {
        ApiErrorException refused = Assert.Throws<ApiErrorException>(act);
        return (refused.Status, refused.Code);
    }

    private static List<FoundMessage> All(KafkaTopic topic)
        => MessageSearch.Sort(MessageSearch.Between(topic, topic.Partitions, DateTimeOffset.MinValue, DateTimeOffset.MaxValue), isAscending: true);

    private static KafkaTopic Topic(IEnumerable<byte[]> values)
    {
        KafkaTopic topic = KafkaTopic.Create("t", partitions: 1, replicas: 1, brokers: [0], DateTimeOffset.UnixEpoch);
        foreach (byte[] value in values)
            topic.Partitions[0].Append(new() { Value = value });
        return topic;
    }
}
