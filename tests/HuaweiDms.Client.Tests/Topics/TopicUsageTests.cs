namespace HuaweiDms.Client.Tests.Topics;

/// <summary>The expected size of a topic follows from the write rate so far.</summary>
public sealed class TopicUsageTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(72, 24, null, 300)] // a day of three
    [InlineData(72, 72, null, 100)] // as old as it gets
    [InlineData(72, 900, null, 100)] // older, by the clock of a producer
    [InlineData(72, 0, null, 100)]
    [InlineData(72, -5, null, 100)] // a clock that is ahead
    [InlineData(72, 24, "delete", 300)]
    [InlineData(72, 24, "compact", 100)]
    [InlineData(72, 24, "compact,delete", 100)]
    [InlineData(-1, 24, null, 100)] // kept for ever
    public void The_expected_size_grows_until_messages_reach_the_retention_time(int retention, int age, string? policy, long expected)
        => Assert.Equal(expected, TopicUsage.Expect(Topic(retention, policy), 100, Now.AddHours(-age), Now));

    [Fact]
    public void Unknown_values_are_not_guessed()
    {
        Assert.Null(TopicUsage.Expect(Topic(72), size: null, Now.AddHours(-1), Now));
        Assert.Equal(5, TopicUsage.Expect(Topic(72), 5, first: null, Now));
        Assert.Equal(5, TopicUsage.Expect(Topic(null), 5, Now.AddHours(-1), Now));
    }

    [Fact]
    public void The_expected_size_saturates()
        => Assert.Equal(long.MaxValue, TopicUsage.Expect(Topic(int.MaxValue), long.MaxValue, Now.AddTicks(-1), Now));

    [Fact]
    public void A_topic_that_was_only_listed_has_no_usage()
    {
        Topic listed = Topic(72);
        Assert.Equal((null, null, null, null, null, null), (listed.SizeBytes, listed.MessageCount, listed.FirstMessageAt, listed.LastMessageAt, listed.ConsumerGroups, listed.ExpectedSizeBytes));
    }

    private static Topic Topic(int? retention, string? policy = null) => new()
    {
        Name = "orders",
        RetentionHours = retention,
        ConfigDetails = policy is null ? null : [new() { Name = "cleanup.policy", ValueText = policy }],
    };
}
