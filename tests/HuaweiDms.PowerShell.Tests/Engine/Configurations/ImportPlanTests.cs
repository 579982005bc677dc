using System.Security;
using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>The order of the steps that make an instance match a configuration, and which of them need confirmation.</summary>
public sealed class ImportPlanTests
{
    private static readonly string[] Names = ["alpha", "bravo", "charlie", "delta"];

    [Fact]
    public void For_any_two_configurations_each_step_follows_what_it_needs_and_removals_come_last()
        => Prop.ForAll(Configurations.ToArbitrary(), Configurations.ToArbitrary(), (wanted, actual) =>
        {
            List<ImportStep> steps = Steps(Plan(wanted, actual, prune: true));

            Assert.All(steps, step => Assert.All(step.Needs, need => Assert.Contains(
                steps.Take(steps.IndexOf(step)), earlier => (earlier.Kind, earlier.Name) == need && earlier.Change == ChangeKind.Add)));
            Assert.All(
                steps.SkipWhile(step => step.Change != ChangeKind.Remove),
                step => Assert.Equal((ChangeKind.Remove, true), (step.Change, step.IsLoss)));
        }).Check(Trials.Of(100));

    [Fact]
    public void Without_Prune_nothing_is_removed_and_no_permission_is_revoked()
        => Prop.ForAll(Configurations.ToArbitrary(), Configurations.ToArbitrary(), (wanted, actual) =>
        {
            ImportPlan plan = Plan(wanted, actual, prune: false);

            Assert.DoesNotContain(Steps(plan), step => step.Change == ChangeKind.Remove || step.Action.Contains("take ", StringComparison.Ordinal));
            Assert.Equal(wanted.Compare(actual).Count(difference => difference.Change == ChangeKind.Remove), plan.Left.Count);
        }).Check(Trials.Of(100));

    [Fact]
    public void What_already_matches_needs_no_step()
        => Prop.ForAll(Configurations.ToArbitrary(), configuration =>
        {
            ImportPlan plan = Plan(configuration, configuration, prune: true);
            Assert.Equal((0, 0, 0), (plan.Stages.Count, plan.Refusals.Count, plan.Left.Count));
        }).Check(Trials.Of(100));

    [Fact]
    public void A_topic_that_cannot_shrink_or_change_replicas_is_changed_as_far_as_possible()
    {
        InstanceConfiguration wanted = new() { Topics = [new() { Name = "alpha", PartitionCount = 2, ReplicationFactor = 1, RetentionHours = 5, SyncFlush = true }] };
        InstanceConfiguration actual = new() { Topics = [new() { Name = "alpha", PartitionCount = 3, ReplicationFactor = 3, RetentionHours = 9, SyncFlush = false }] };

        ImportPlan plan = Plan(wanted, actual, prune: false);

        ImportStep step = Assert.Single(Steps(plan));
        Assert.Equal(("Change retention 9 -> 5 hours, which deletes older messages, synchronous flush on", true), (step.Action, step.IsLoss));
        Assert.Equal(["ReplicationFactor", "PartitionCount"], plan.Refusals.Select(refusal => refusal.Message.Split(' ')[0]));
    }

    [Fact]
    public void A_topic_that_differs_in_one_value_is_changed_in_nothing_else()
    {
        ConfiguredTopic Alpha(int partitions) => new()
        {
            Name = "alpha",
            PartitionCount = partitions,
            ReplicationFactor = 3,
            RetentionHours = 9,
            SyncReplication = true,
            SyncFlush = true,
            Config = new Dictionary<string, object?> { ["max.message.bytes"] = 1000L },
            Description = "Ours",
        };

        ImportPlan plan = Plan(new() { Topics = [Alpha(6)] }, new() { Topics = [Alpha(3)] }, prune: false);

        ImportStep step = Assert.Single(Steps(plan));
        Assert.Equal("Change partitions 3 -> 6, which cannot be removed and send the same key to another partition", step.Action);
        Assert.Equal(6, Assert.IsType<TopicUpdate>(step.Payload).PartitionCount);
        Assert.Empty(plan.Refusals);
    }

    [Fact]
    public void A_new_topic_is_created_with_every_value_of_the_configuration()
    {
        ConfiguredTopic wanted = new()
        {
            Name = "alpha",
            PartitionCount = 6,
            ReplicationFactor = 3,
            RetentionHours = 9,
            SyncReplication = true,
            SyncFlush = false,
            Config = new Dictionary<string, object?> { ["max.message.bytes"] = 1000L },
            Description = "Ours",
        };

        TopicSpecification made = Assert.IsType<TopicSpecification>(Assert.Single(Steps(Plan(new() { Topics = [wanted] }, new(), prune: false))).Payload);

        Assert.Equal(("alpha", 6, 3, 9, true, false, "Ours"), (made.Name, made.PartitionCount, made.ReplicationFactor, made.RetentionHours, made.SyncReplication, made.SyncFlush, made.Description));
        Assert.Equal(["max.message.bytes=1000"], made.Config!.Select(config => $"{config.Key}={config.Value}"));
    }

    [Fact]
    public void The_permission_of_a_new_user_on_a_new_topic_needs_both()
    {
        InstanceConfiguration wanted = new()
        {
            Topics = [new() { Name = "alpha", Access = new Dictionary<string, string> { ["charlie"] = "All", ["delta"] = "Publish" } }],
            Users = [new() { UserName = "charlie" }, new() { UserName = "delta" }],
        };

        ImportPlan plan = Plan(wanted, new() { Users = [new() { UserName = "delta" }], HasUsers = true }, prune: false);

        Assert.Equal(
            [(ConfigurationKind.User, "charlie"), (ConfigurationKind.Topic, "alpha")],
            Steps(plan).Single(step => step.Kind == ConfigurationKind.AccessPolicy).Needs);
        Assert.Empty(plan.Refusals);
    }

    [Fact]
    public void New_groups_and_users_are_created_with_their_description_and_existing_ones_change_only_it()
    {
        InstanceConfiguration wanted = new()
        {
            Users = [new() { UserName = "alpha", Description = "Reads" }, new() { UserName = "bravo", Description = "Writes" }],
            ConsumerGroups = [new() { Name = "charlie", Description = "Bills" }, new() { Name = "delta", Description = "Ships" }],
        };
        InstanceConfiguration actual = new()
        {
            Users = [new() { UserName = "bravo", Description = string.Empty }],
            ConsumerGroups = [new() { Name = "delta", Description = string.Empty }],
            HasUsers = true,
        };

        List<ImportStep> steps = Steps(Plan(wanted, actual, prune: false));

        Assert.Equal(
            ["alpha: Create the user", "bravo: Change description '' -> 'Writes'", "charlie: Create consumer group", "delta: Change description '' -> 'Ships'"],
            steps.Select(step => $"{step.Name}: {step.Action}"));
        Assert.Equal(("Bills", "Ships"), (steps[2].Payload, steps[3].Payload));
    }

    [Fact]
    public void A_name_that_a_group_cannot_have_and_a_quota_without_a_rate_are_refused()
    {
        InstanceConfiguration wanted = new()
        {
            Quotas = [new() { UserName = "alpha", ProducerByteRate = 1, ConsumerByteRate = 1 }, new() { UserName = "bravo", ProducerByteRate = 0 }, new() { UserName = "charlie" }],
            ConsumerGroups = [new() { Name = "two words" }, new() { Name = "delta" }],
        };

        ImportPlan plan = Plan(wanted, new(), prune: false);

        Assert.Equal(["user alpha", "delta"], Steps(plan).Select(step => step.Name));
        Assert.Equal(3, plan.Refusals.Count);
    }

    [Fact]
    public void Topics_and_groups_are_deleted_in_batches_and_quotas_are_changed_one_by_one()
    {
        InstanceConfiguration full = new()
        {
            Topics = [new() { Name = "alpha" }],
            Quotas = [new() { UserName = "bravo", ProducerByteRate = 1 }],
            ConsumerGroups = [new() { Name = "charlie" }],
            HasUsers = true,
        };
        InstanceConfiguration other = new()
        {
            Topics = [new() { Name = "delta" }],
            Quotas = [new() { UserName = "bravo", ProducerByteRate = 2 }, new() { UserName = "alpha", ProducerByteRate = 2 }],
            ConsumerGroups = [],
        };

        Assert.Equal(
            [
                ("Create topic", 1, false), ("Create the quota", 1, true), ("Change the quota", 1, true),
                ("Delete consumer group", ConsumerGroupsApi.BatchSize, false), ("Delete topic", TopicsApi.BatchSize, false),
            ],
            Plan(other, full, prune: true).Stages.Select(stage => (stage.Purpose, stage.Size, stage.IsOneByOne)));
        ImportStage removal = Assert.Single(Plan(new() { Quotas = [] }, full, prune: true).Stages);
        Assert.Equal(("Delete the quota", 1, true), (removal.Purpose, removal.Size, removal.IsOneByOne));
    }

    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    public void A_description_of_an_instance_has_at_most_1024_characters(int length, bool isPlanned)
    {
        InstanceConfiguration wanted = new() { Instance = new() { Description = new string('a', length) } };

        ImportPlan plan = Plan(wanted, new() { Instance = new() }, prune: false);

        Assert.Equal((isPlanned, !isPlanned), (plan.Stages.Count == 1, plan.Refusals.Count == 1));
    }

    [Fact]
    public void Permissions_that_depend_on_a_missing_user_are_refused_with_its_name()
    {
        InstanceConfiguration wanted = new() { Topics = [new() { Name = "alpha", Access = new Dictionary<string, string> { ["nobody"] = "All", ["charlie"] = "Sometimes" } }] };

        ImportPlan plan = Plan(wanted, new() { Topics = [new() { Name = "alpha" }], Users = [new() { UserName = "charlie" }], HasUsers = true }, prune: false);

        Assert.Empty(plan.Stages);
        Assert.Equal(["HuaweiDms.InvalidArgument", "HuaweiDms.NotTried"], plan.Refusals.Select(refusal => refusal.Id));
        Assert.Contains("nobody", plan.Refusals[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_SASL_users_and_permissions_are_refused_once()
    {
        InstanceConfiguration wanted = new()
        {
            Topics = [new() { Name = "alpha", Access = new Dictionary<string, string> { ["charlie"] = "All" } }, new() { Name = "bravo" }],
            Users = [new() { UserName = "charlie" }, new() { UserName = "delta" }],
        };

        ImportPlan plan = Plan(wanted, new() { Topics = [new() { Name = "alpha" }] }, prune: true);

        Assert.Equal("bravo", Assert.Single(Steps(plan)).Name);
        Assert.Equal("DMS.00400971", Assert.Single(plan.Refusals).Id);
    }

    [Fact]
    public void The_instance_comes_first_with_one_maintenance_window_and_without_what_other_commands_change()
    {
        InstanceConfiguration wanted = new()
        {
            Instance = new()
            {
                RetentionPolicy = "time_base",
                AutoTopicEnabled = true,
                MaintenanceBegin = "22:00",
                Description = "Ours",
                Tags = new Dictionary<string, object?> { ["env"] = "prod", ["cost"] = 42L },
                BrokerCount = 5,
                AccessModes = [],
            },
            Topics = [new() { Name = "alpha" }],
        };
        InstanceConfiguration actual = new()
        {
            Instance = new()
            {
                RetentionPolicy = "produce_reject",
                AutoTopicEnabled = false,
                MaintenanceBegin = "18:00",
                MaintenanceEnd = "02:00",
                Tags = new Dictionary<string, object?> { ["env"] = "test", ["owner"] = "me" },
                BrokerCount = 3,
                AccessModes = ["PublicPlain"],
            },
        };

        ImportPlan plan = Plan(wanted, actual, prune: true);

        Assert.Equal(
            [
                "RetentionPolicy: Change retention policy produce_reject -> time_base (the oldest messages are deleted whenever the disk is full)",
                "MaintenanceWindow: Change maintenance window 18:00-02:00 -> 22:00-02:00",
                "Description: Change description '' -> 'Ours'", "AutoTopicEnabled: Turn automatic topics on", "Tags: Set tags env=prod, cost=42",
                "alpha: Create topic", "Tags: Remove tag owner",
            ],
            Steps(plan).Select(step => $"{step.Name}: {step.Action}"));
        Assert.Equal("owner", Assert.Single(Plan(wanted, actual, prune: false).Left).Property);
        Assert.Equal(["Resize-DmsInstance", "Disable-DmsAccessMode"], plan.Beyond.Select(difference => difference.ChangedBy));
        Assert.Empty(plan.Refusals);
    }

    [Fact]
    public void Invalid_properties_of_the_instance_are_refused_and_the_rest_is_planned()
    {
        InstanceConfiguration wanted = new()
        {
            Instance = new()
            {
                RetentionPolicy = "never",
                MaintenanceBegin = "25:00",
                Description = new string('a', 1025),
                Tags = new Dictionary<string, object?> { ["_sys_a"] = "x", ["fine"] = "y" },
            },
        };

        ImportPlan plan = Plan(wanted, new() { Instance = new() { Tags = new Dictionary<string, object?>() } }, prune: false);

        Assert.Equal("Set tag fine=y", Assert.Single(Steps(plan)).Action);
        Assert.Equal(
            ["RetentionPolicy", "MaintenanceBegin", "MaintenanceEnd", "Description", "Tags.Key"], plan.Refusals.Select(refusal => refusal.Message.Split(' ')[0].TrimEnd(':')));
    }

    private static List<ImportStep> Steps(ImportPlan plan) => [.. plan.Stages.SelectMany(stage => stage.Steps)];

    /// <summary>The plan requests nothing but settings.</summary>
    private static ImportPlan Plan(InstanceConfiguration wanted, InstanceConfiguration actual, bool prune)
    {
        ConfigurationSnapshot snapshot = new(new DmsContext("test", client: null!), new("7a258b24-3eaf-44fd-a968-3435cb527d4f"), actual);
        ImportTarget target = new(snapshot, wanted, Names.ToDictionary(name => name, _ => Password()), prune, TimeSpan.FromSeconds(1));
        Task<ImportPlan> plan = ImportPlan.MakeAsync(target, kinds: null, TestContext.Current.CancellationToken);
        Assert.True(plan.IsCompletedSuccessfully);
        return plan.Result;
    }

    private static SecureString Password()
    {
        SecureString password = new();
        foreach (char character in "Secret-12345")
            password.AppendChar(character);
        return password;
    }

    private static Gen<InstanceConfiguration> Configurations
        => from topics in Gen.SubListOf(Names)
           from users in Gen.SubListOf(Names)
           from groups in Gen.SubListOf(Names)
           from quotas in Gen.SubListOf(Names)
           from numbers in Gen.Choose(1, 3).ListOf(12)
           from access in Gen.Elements(TopicAccess.All, TopicAccess.Publish, TopicAccess.Subscribe).ListOf(12)
           select new InstanceConfiguration
           {
               HasUsers = true,
               Topics =
               [
                   .. topics.Select((name, index) => new ConfiguredTopic
                   {
                       Name = name,
                       RetentionHours = numbers[index],
                       Access = users.Where((_, other) => numbers[index + other] > 1).ToDictionary(user => user, user => access[index]),
                   }),
               ],
               Users = [.. users.Select((name, index) => new ConfiguredUser { UserName = name, Description = $"{numbers[index + 4]}" })],
               Quotas = [.. quotas.Select((name, index) => new ConfiguredQuota { UserName = name, ProducerByteRate = numbers[index + 8] })],
               ConsumerGroups = [.. groups.Select(name => new ConfiguredGroup { Name = name, Description = name })],
           };
}
