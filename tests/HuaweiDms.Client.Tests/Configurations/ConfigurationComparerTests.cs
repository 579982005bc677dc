using FsCheck;
using FsCheck.Fluent;

namespace HuaweiDms.Client.Tests.Configurations;

/// <summary>The changes that would make an instance match a configuration.</summary>
public sealed class ConfigurationComparerTests
{
    [Fact]
    public void In_an_empty_instance_everything_is_missing_in_the_order_of_creation()
    {
        IReadOnlyList<ConfigurationDifference> missing = ConfigurationSamples.Rich().Compare(new() { InstanceId = "i-2", Context = "dev" });

        Assert.All(missing, difference => Assert.Equal((ChangeKind.Add, "i-2", "dev", null), (difference.Change, difference.InstanceId, difference.Context, difference.Actual)));
        Assert.Equal(
            [
                "Setting log.retention.hours, Value is missing: 72", "Setting auto.create.groups.enable, Value is missing: true", "Setting some.ratio, Value is missing: 0.5",
                "Topic orders is missing: 6 partitions, 3 replicas, 72 hours", "Topic audit is missing: 3 partitions",
                "User writer is missing: Writes", "User reader is missing",
                "AccessPolicy orders, writer is missing: Publish", "AccessPolicy orders, reader is missing: Subscribe",
                "Quota user writer is missing: produce 1048576 bytes/s, consume without limit", "Quota all clients is missing: produce without limit, consume 7 bytes/s",
                "ConsumerGroup billing is missing: Writes invoices",
            ],
            missing.Select(difference => difference.ToString()));
    }

    [Fact]
    public void Surplus_items_except_settings_are_reported_for_removal()
    {
        InstanceConfiguration nothing = new() { Settings = new Dictionary<string, object?>(), Topics = [], Users = [], Quotas = [], ConsumerGroups = [] };
        IReadOnlyList<ConfigurationDifference> surplus = nothing.Compare(ConfigurationSamples.Rich());

        Assert.All(surplus, difference => Assert.Equal((ChangeKind.Remove, null), (difference.Change, difference.Expected)));
        Assert.Equal(
            ["Topic orders", "Topic audit", "User writer", "User reader", "Quota user writer", "Quota all clients", "ConsumerGroup billing"],
            surplus.Select(difference => $"{difference.Kind} {difference.Name}"));
        Assert.Equal("Topic orders is not in the configuration", surplus[0].ToString());
    }

    [Fact]
    public void Each_different_property_is_reported_with_both_values()
    {
        InstanceConfiguration actual = ConfigurationSamples.Rich();
        actual.Settings!["log.retention.hours"] = 48;
        (actual.Topics![0].PartitionCount, actual.Topics[0].SyncFlush, actual.Topics[0].Description) = (3, true, null);
        actual.Topics[0].Config!["max.message.bytes"] = "5";
        actual.Topics[0].Access = new Dictionary<string, string> { ["writer"] = "All", ["guest"] = "Subscribe" };
        actual.Users![0].Description = "Reads";
        actual.Quotas![0].ProducerByteRate = null;
        actual.ConsumerGroups![0].Description = string.Empty;

        Assert.Equal(
            [
                "Setting log.retention.hours, Value is 48, not 72",
                "Topic orders, PartitionCount is 3, not 6", "Topic orders, SyncFlush is true, not false",
                "Topic orders, Description is , not What was ordered", "Topic orders, max.message.bytes is 5, not 1048576",
                "User writer, Description is Reads, not Writes",
                "AccessPolicy orders, writer is All, not Publish", "AccessPolicy orders, reader is missing: Subscribe", "AccessPolicy orders, guest is not in the configuration",
                "Quota user writer, ProducerByteRate is -, not 1048576",
                "ConsumerGroup billing, Description is , not Writes invoices",
            ],
            ConfigurationSamples.Rich().Compare(actual).Select(difference => difference.ToString()));
    }

    [Fact]
    public void Unspecified_properties_are_not_compared()
    {
        Assert.Empty(new InstanceConfiguration().Compare(ConfigurationSamples.Rich()));
        InstanceConfiguration names = new() { Topics = [new() { Name = "orders" }, new() { Name = "audit" }], Users = [new() { UserName = "writer" }, new() { UserName = "reader" }] };
        Assert.Empty(names.Compare(ConfigurationSamples.Rich()));
    }

    [Fact]
    public void Differences_of_the_instance_itself_name_the_command_that_changes_them()
    {
        InstanceConfiguration actual = new()
        {
            Instance = new()
            {
                RetentionPolicy = "time_base",
                AutoTopicEnabled = true,
                MaintenanceBegin = "02:00",
                MaintenanceEnd = "06:00",
                Tags = new Dictionary<string, object?> { ["env"] = "test", ["Env"] = "x" },
                EngineVersion = "3.x",
                ProductId = "c6.4u8g.cluster",
                BrokerCount = 5,
                StorageSpaceGB = 900,
                AccessModes = ["PublicPlain"],
            },
        };

        Assert.Equal(
            [
                "Instance RetentionPolicy, Value is time_base, not produce_reject", "Instance AutoTopicEnabled, Value is true, not false",
                "Instance MaintenanceBegin, Value is 02:00, not 22:00", "Instance MaintenanceEnd, Value is 06:00, not 02:00",
                "Instance Description, Value is , not Of the shop",
                "Instance Tags, env is test, not prod", "Instance Tags, cost is missing: 42", "Instance Tags, Env is not in the configuration",
                "Instance EngineVersion, Value is 3.x, not 2.7 (Update-DmsInstance)",
                "Instance ProductId, Value is c6.4u8g.cluster, not c6.2u4g.cluster (Resize-DmsInstance)",
                "Instance BrokerCount, Value is 5, not 3 (Resize-DmsInstance)", "Instance StorageSpaceGB, Value is 900, not 300 (Resize-DmsInstance)",
                "Instance AccessModes, PrivatePlain is missing: true (Enable-DmsAccessMode)", "Instance AccessModes, PublicPlain is not in the configuration (Disable-DmsAccessMode)",
            ],
            new InstanceConfiguration { Instance = ConfigurationSamples.Itself() }.Compare(actual).Select(difference => difference.ToString()));
    }

    [Fact]
    public void Unspecified_or_unknown_properties_of_the_instance_itself_are_not_compared()
    {
        InstanceConfiguration actual = new() { Instance = ConfigurationSamples.Itself() };
        Assert.Empty(new InstanceConfiguration { Instance = new() }.Compare(actual));
        Assert.Empty(new InstanceConfiguration { Instance = new() { MaintenanceBegin = "22:00:00", Tags = new Dictionary<string, object?> { ["cost"] = 42L, ["env"] = "prod" } } }.Compare(actual));

        actual.Instance.AccessModes = null;
        Assert.Empty(new InstanceConfiguration { Instance = ConfigurationSamples.Itself() }.Compare(actual));
    }

    [Fact]
    public void Numbers_equal_their_text_and_words_ignore_case()
    {
        InstanceConfiguration wanted = ConfigurationSamples.Rich();
        wanted.Settings!["log.retention.hours"] = "72";
        wanted.Settings["auto.create.groups.enable"] = "true";
        wanted.Topics![0].Config = new Dictionary<string, object?> { ["MAX.message.bytes"] = 1048576 };
        wanted.Topics[0].Access!["writer"] = "publish";

        Assert.Empty(wanted.Compare(ConfigurationSamples.Rich()));
    }

    [Fact]
    public void Only_the_requested_kinds_are_compared()
    {
        InstanceConfiguration wanted = ConfigurationSamples.Rich(), nothing = new() { Instance = new() };
        wanted.Instance = ConfigurationSamples.Itself();

        Assert.All(
            Enum.GetValues<ConfigurationKind>(),
            kind => Assert.Equal([kind], wanted.Compare(nothing, [kind]).Select(difference => difference.Kind).Distinct()));
        Assert.Equal(Enum.GetValues<ConfigurationKind>(), wanted.Compare(nothing).Select(difference => difference.Kind).Distinct());
    }

    [Fact]
    public void An_invalid_configuration_object_is_rejected()
    {
        InstanceConfiguration twice = new() { Topics = [new() { Name = "a" }, new() { Name = "a" }] };
        Assert.Throws<DmsException>(() => twice.Compare(new()));
    }

    [Fact]
    public void Differences_of_any_two_sets_of_topics_are_the_set_differences()
        => Prop.ForAll(Topics.ToArbitrary(), Topics.ToArbitrary(), (wanted, present) =>
        {
            IReadOnlyList<ConfigurationDifference> differences = new InstanceConfiguration { Topics = wanted }.Compare(new() { Topics = present });
            string[] Of(ChangeKind change) => [.. differences.Where(difference => difference.Change == change).Select(difference => difference.Name!)];

            Assert.Equal(wanted.Select(topic => topic.Name).Except(present.Select(topic => topic.Name)), Of(ChangeKind.Add));
            Assert.Equal(present.Select(topic => topic.Name).Except(wanted.Select(topic => topic.Name)), Of(ChangeKind.Remove));
            Assert.Equal(
                wanted.Where(topic => present.Any(other => other.Name == topic.Name && other.PartitionCount != topic.PartitionCount)).Select(topic => topic.Name),
                Of(ChangeKind.Change));
        }).Check(Trials.Of(100));

    [Fact]
    public void A_configuration_equals_itself_after_a_round_trip_through_a_file()
        => Prop.ForAll(Topics.ToArbitrary(), topics =>
        {
            InstanceConfiguration configuration = new() { Topics = topics };
            Assert.Empty(configuration.Compare(InstanceConfiguration.Parse(configuration.ToJson())));
        }).Check(Trials.Of(100));

    private static Gen<ConfiguredTopic[]> Topics
        => from names in Gen.SubListOf("a", "b", "c", "d", "e")
           from counts in Gen.Choose(1, 3).ListOf(5)
           select names.Zip(counts, (name, count) => new ConfiguredTopic { Name = name, PartitionCount = count }).ToArray();
}
