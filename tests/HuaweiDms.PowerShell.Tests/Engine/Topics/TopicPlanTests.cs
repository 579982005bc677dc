using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>What a change of a topic sends, and what it refuses.</summary>
public sealed class TopicPlanTests
{
    [Fact]
    public void Only_differences_are_sent()
    {
        TopicChangePlan plan = new(Present(), new("orders")
        {
            PartitionCount = new(6),
            RetentionHours = new("24"),
            SyncReplication = new("FALSE"),
            SyncFlush = new(true),
            Description = "old",
            Config = new("max.message.bytes=1000;message.timestamp.type=createtime"),
        });

        Assert.Null(plan.Refusal);
        Assert.Equal((null, 24, null, true, null), (plan.Update.PartitionCount, plan.Update.RetentionHours, plan.Update.SyncReplication, plan.Update.SyncFlush, plan.Update.Description));
        Assert.Equal("CreateTime", Assert.Single(plan.Update.Config!).Value);
        Assert.Equal("Change message.timestamp.type LogAppendTime -> CreateTime, retention 72 -> 24 hours, which deletes older messages, synchronous flush on", plan.Action);
    }

    [Fact]
    public void A_topic_that_is_already_as_requested_needs_no_change()
    {
        TopicChangePlan plan = new(Present(), new("orders") { PartitionCount = new(6), ReplicationFactor = new(3), NewPartitionBroker = [new("0,1,2")], Config = new("max.message.bytes=1000") });

        Assert.Null(plan.Refusal);
        Assert.True(plan.IsEmpty);
    }

    [Fact]
    public void Added_partitions_are_placed_on_the_requested_brokers()
    {
        TopicChangePlan plan = new(Present(), new("orders") { PartitionCount = new(8), NewPartitionBroker = [new(2), new(1), new(0)] });

        Assert.Equal([2, 1, 0], plan.Update.NewPartitionBrokers);
        Assert.Equal(
            "Change partitions 6 -> 8 (the new ones on brokers 2, 1, 0), which cannot be removed and send the same key to another partition", plan.Action);
    }

    [Fact]
    public void Added_partitions_are_permanent_which_the_plan_says_without_a_prompt()
    {
        TopicChangePlan plan = new(Present(), new("orders") { PartitionCount = new(7), RetentionHours = new(24) });

        Assert.Equal(
            "Change partitions 6 -> 7, which cannot be removed and send the same key to another partition, retention 72 -> 24 hours, which deletes older messages",
            plan.Action);
        Assert.False(new TopicChangePlan(Present(), new("orders") { PartitionCount = new(7) }).IsLoss);
    }

    [Theory]
    [InlineData(8, "2, 1", true)]
    [InlineData(8, "2, 1, 0", false)]
    [InlineData(6, "2, 1", false)]
    public void Fewer_brokers_than_replicas_give_a_warning_and_are_left_to_the_service(int partitions, string brokers, bool isWarned)
    {
        TopicChangePlan plan = new(Present(), new("orders") { PartitionCount = new(partitions), NewPartitionBroker = [new(brokers)] });

        Assert.Null(plan.Refusal);
        Assert.Equal(
            isWarned
                ? "Topic orders: Kafka places each of the 3 replicas of a partition on a different broker, but -NewPartitionBroker names 2 brokers; the service may refuse that."
                : null,
            plan.Warning);
    }

    [Theory]
    [InlineData(null, "Delete topic and all its messages")]
    [InlineData(1, "Delete topic with 1 partition and all its messages")]
    [InlineData(6, "Delete topic with 6 partitions and all their messages")]
    public void The_losses_of_deleting_a_topic_are_described(int? partitions, string said) => Assert.Equal(said, TopicLoss.Of(partitions));

    [Theory]
    [InlineData(71, true)]
    [InlineData(72, false)]
    [InlineData(73, false)]
    [InlineData(null, false)]
    public void A_shorter_retention_loses_messages(int? hours, bool isLoss)
    {
        TopicChangePlan plan = new(Present(), new("orders") { PartitionCount = new(7), RetentionHours = hours is { } wanted ? new(wanted) : null });

        Assert.Equal(isLoss, plan.IsLoss);
    }

    [Fact]
    public void Requests_for_one_topic_are_equal_however_they_are_written()
    {
        TopicRequest request = new("t") { RetentionHours = new(24), SyncFlush = new(true), Config = new("a=1") };

        Assert.True(request.HasSameValues(new("t") { RetentionHours = new("24"), SyncFlush = new("yes"), Config = new("a=1;"), PartitionCount = new("") }));
        Assert.All(
            [
                new TopicRequest("t") { RetentionHours = new(25), SyncFlush = new(true), Config = new("a=1") },
                new TopicRequest("t") { RetentionHours = new(24), SyncFlush = new(true), Config = new("a=2") },
                new TopicRequest("t") { RetentionHours = new(24), SyncFlush = new(true), Config = new("a=1"), NewPartitionBroker = [new(0)] },
            ],
            other => Assert.False(request.HasSameValues(other)));
    }

    [Fact]
    public void Partitions_must_be_placed_on_existing_brokers()
    {
        TopicRequest request = new("orders") { PartitionCount = new(9), NewPartitionBroker = [new("0,1,7")] };

        Assert.Contains("-NewPartitionBroker cannot be '7'", TopicRules.CheckBrokers(request, "kafka-dev", [0, 1, 2])!.Message, StringComparison.Ordinal);
        Assert.Null(TopicRules.CheckBrokers(request, "kafka-dev", [0, 1, 2, 7]));
        Assert.Null(TopicRules.CheckBrokers(new("orders") { PartitionCount = new(9) }, "kafka-dev", []));
        Assert.Null(TopicRules.CheckBrokers(request, "without known brokers", []));
    }

    [Theory]
    [InlineData("all", "All")]
    [InlineData("pub", "Publish")]
    [InlineData(" Subscribe", "Subscribe")]
    [InlineData("sub", "Subscribe")]
    [InlineData("NONE", "None")]
    [InlineData("read", null)]
    public void Permissions_are_accepted_in_our_names_and_in_those_of_the_service(string access, string? known) => Assert.Equal(known, AccessRequest.Normalize(access));

    [Fact]
    public void Only_users_that_gain_a_permission_must_exist()
    {
        AccessRequest request = new() { Users = { ["gone"] = AccessRequest.None, ["billing"] = "All", ["nobody"] = "Publish" } };

        Assert.Equal("nobody", request.FindUnknownUser(["billing"]));
        Assert.Null(request.FindUnknownUser(["billing", "nobody"]));
    }

    [Theory]
    [InlineData(100, 100, null)]
    [InlineData(101, 100, "has at most 100 partitions")]
    [InlineData(101, null, null)]
    [InlineData(101, 0, null)]
    [InlineData(null, 100, null)]
    public void A_topic_cannot_exceed_the_maximum_number_of_partitions_of_its_instance(int? partitions, int? most, string? says)
    {
        Failure? failure = TopicRules.CheckMost(new("orders") { PartitionCount = partitions is { } count ? new(count) : null }, "kafka-dev", most);

        Assert.Equal(says is null, failure is null);
        Assert.Contains(says ?? string.Empty, failure?.Message ?? string.Empty, StringComparison.Ordinal);
    }

    public static TheoryData<string, int?, int?, string?, string?> Refused => new()
    {
        { "PartitionCount", 5, null, null, null },
        { "ReplicationFactor", null, 2, null, null },
        { "NewPartitionBroker", null, null, "0,1,2", null },
        { "Config", null, null, null, "max.message.bytes=-1" },
        { "Config", null, null, null, "cleanup.policy=compact" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void An_invalid_change_is_refused_with_its_parameter(string parameter, int? partitions, int? replicas, string? brokers, string? config)
    {
        TopicChangePlan plan = new(Present(), new("orders")
        {
            PartitionCount = partitions is { } count ? new(count) : null,
            ReplicationFactor = replicas is { } factor ? new(factor) : null,
            NewPartitionBroker = brokers is null ? null : [new(brokers)],
            Config = config is null ? null : new(config),
        });

        Assert.StartsWith($"-{parameter} cannot be", plan.Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal("orders", plan.Refusal.Target);
    }

    [Theory]
    [InlineData("abc", false, true)]
    [InlineData("ab", false, false)]
    [InlineData("a.b-c_1", false, true)]
    [InlineData("a.bc", true, false)]
    [InlineData("abc", true, false)]
    [InlineData("abcd", true, true)]
    [InlineData("1abc", false, false)]
    [InlineData("__abc", false, false)]
    [InlineData("abc\n", false, false)]
    [InlineData("ab c", false, false)]
    public void Names_of_new_topics_follow_the_rules_of_the_API_version(string name, bool v1, bool isAllowed) => Assert.Equal(isAllowed, TopicRules.CheckName(name, v1) is null);

    [Fact]
    public void Each_bad_value_of_a_row_is_reported_with_its_topic()
    {
        TopicRequest[] requests =
        [
            new("t") { PartitionCount = new("abc") }, new("t") { PartitionCount = new(0) }, new("t") { ReplicationFactor = new(4) }, new("t") { RetentionHours = new(721) },
            new("t") { SyncReplication = new("maybe") }, new("t") { SyncFlush = new("2") }, new("t") { Config = new("nonsense") }, new("t") { NewPartitionBroker = [new("0,x")] },
            new("t") { NewPartitionBroker = [new("0,1,0")] },
        ];

        Assert.All(requests, request => Assert.Contains("topic t,", TopicRules.Check(request, v1: false)!.Message, StringComparison.Ordinal));
        Assert.NotNull(TopicRules.Check(new("t") { PartitionCount = new(101) }, v1: true));
        Assert.Null(TopicRules.Check(new("t") { PartitionCount = new(""), SyncFlush = new(""), Config = new(""), RetentionHours = new(720) }, v1: false));
    }

    [Fact]
    public void Each_difference_between_an_existing_topic_and_the_request_is_described()
    {
        Topic present = Present();
        present.SyncFlush = true;
        TopicRequest request = new("orders")
        {
            PartitionCount = new(7),
            ReplicationFactor = new(1),
            RetentionHours = new(24),
            SyncReplication = new(true),
            SyncFlush = new(false),
            Description = "new",
        };

        Assert.Equal(
            "PartitionCount is 6, not 7; ReplicationFactor is 3, not 1; RetentionHours is 72, not 24; SyncReplication is False, not True; "
                + "SyncFlush is True, not False; Description is old, not new; max.message.bytes is 1000, not 5",
            TopicDifference.Describe(present, request, new Dictionary<string, string> { ["max.message.bytes"] = "5", ["message.timestamp.type"] = "LogAppendTime" }));
        Assert.Null(TopicDifference.Describe(present, new("orders") { PartitionCount = new(6), SyncReplication = new(false), SyncFlush = new(true) }, new Dictionary<string, string>()));
    }

    [Fact]
    public void An_empty_cell_is_ignored()
        => Assert.True(new TopicRequest("t") { PartitionCount = new(""), SyncFlush = new(""), Config = new(""), NewPartitionBroker = [new("")] }.IsEmpty);

    [Fact]
    public void A_text_with_several_brokers_is_not_one_number() => Assert.Equal([1, 2, 10], new BrokerReference(" [1,2; 10] ").Numbers);

    [Fact]
    public void The_name_of_a_list_is_shown_as_it_was_written() => Assert.Equal("System.Int32[]", new BrokerReference("System.Int32[]").Bad);

    private static Topic Present() => new()
    {
        Name = "orders",
        PartitionCount = 6,
        ReplicationFactor = 3,
        RetentionHours = 72,
        SyncReplication = false,
        SyncFlush = false,
        Description = "old",
        ConfigDetails =
        [
            new() { Name = "max.message.bytes", ValueText = "1000", ValidValues = "[0...10485760]", ValueType = "int" },
            new() { Name = "message.timestamp.type", ValueText = "LogAppendTime", ValidValues = "[CreateTime, LogAppendTime]", ValueType = "string" },
        ],
    };
}
