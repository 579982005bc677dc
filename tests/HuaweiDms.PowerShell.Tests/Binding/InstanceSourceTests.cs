using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Binding;

/// <summary>
/// Objects with the id of an instance are distinguished from the instance itself, in every form from a pipeline, a job or a file.
/// </summary>
public sealed class InstanceSourceTests
{
    private const string Id = "8959ab1c-7a1a-41b1-a05a-93dfc361b32d";

    /// <summary>
    /// The types that stand for an instance: the instance itself, information about the whole instance, and results of operations on
    /// it.
    /// </summary>
    private static readonly string[] Whole =
    [
        "AccessModeChange", "Cluster", "CrossVpcAddressResult", "Instance", "InstanceActionResult", "InstanceCheck", "InstanceConfigChange", "InstanceConfiguration",
        "InstanceLimits", "InstanceUpgrade", "MetricHierarchy", "ProductCore", "SmartConnectChange", "SmartConnectLimits", "TopicLimits",
    ];

    public static TheoryData<string> Types
        => [.. typeof(Instance).Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && type.GetProperty("InstanceId") is not null && type != typeof(InstanceFilter)).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Types))]
    public void An_object_is_identified_by_its_type(string type)
    {
        object item = Activator.CreateInstance(TypeOf(type), nonPublic: true)!;
        TypeOf(type).GetProperty("InstanceId")!.SetValue(item, Id);

        InstanceSource source = InstanceSource.Of(item)!;
        Assert.Equal(Id, source.Id);
        Assert.Equal(Whole.Contains(type), source.Contained is null);
        Assert.Null(source.ClaimedName);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_copy_or_a_selection_of_an_object_is_identified_by_its_type_name(string type)
    {
        foreach (string name in new[] { "Deserialized.", "Selected.", "Deserialized.Selected.", "Selected.Deserialized.", "CSV:", "CSV:Selected.", "Deserialized.CSV:" })
        {
            InstanceSource source = Read($"{name}HuaweiDms.{type}", ("InstanceId", Id));
            Assert.Equal(Whole.Contains(type), source.Contained is null);
            Assert.Null(source.ClaimedName);
        }
    }

    [Fact]
    public void A_row_that_contains_an_instance_object_uses_the_connection_of_that_instance()
    {
        Instance held = new() { InstanceId = Id, Name = "kafka-prod", Context = "prod" };

        InstanceSource source = Read("System.Management.Automation.PSCustomObject", ("InstanceId", held), ("Topic", "orders"));

        Assert.Equal(("prod", "topic"), (source.Context, source.Contained?.Noun));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_row_without_a_type_is_identified_by_its_columns(string type)
    {
        (string, object?)[] columns = [.. TypeOf(type).GetProperties().Select(property => (property.Name, (object?)(property.Name is "Name" ? "orders" : null)))];

        InstanceSource source = Read("System.Management.Automation.PSCustomObject", columns);
        bool passes = source is { Contained: null, ClaimedName: null };
        // A row of results with a task looks like a task row: it is refused, which is the safe choice.
        if (Whole.Contains(type))
            Assert.True(source.Contained is null or { Noun: "task" }, source.Contained?.Noun);
        else
            Assert.False(passes, $"A row of {type} is treated as its instance.");
    }

    [Theory]
    [InlineData("Topic", "topic orders")]
    [InlineData("ConsumerGroup", "consumer group orders")]
    [InlineData("UserName", "user orders")]
    [InlineData("TaskId", "task")]
    public void A_row_shows_what_kind_of_object_it_is(string column, string subject)
        => Assert.Equal(subject, Read("System.Management.Automation.PSCustomObject", ("InstanceId", Id), (column, "orders")).Contained!.Subject);

    [Fact]
    public void A_row_refers_to_exactly_one_instance()
    {
        const string Other = "8959ab1c-7a1a-41b1-a05a-93dfc361b32e";
        Instance held = new() { InstanceId = Id, Name = "kafka-prod", Context = "prod" };

        Assert.Equal((Id, "topic"), SourceOf(new[] { Id }));
        Assert.Equal((Id, "topic"), SourceOf(new object[] { held }));
        Assert.Equal(($"{Id}, {Other}", "topic"), SourceOf(new[] { Id, Other }));
        Assert.Equal((string.Empty, "topic"), SourceOf(Array.Empty<string>()));
        Assert.False(new InstanceReference($"{Id}, {Other}").IsWellFormed);
        Assert.Null(InstanceSource.Of(["any"], ReaderOf([("InstanceId", new[] { Id, Other })])));

        static (string, string?) SourceOf(object value)
        {
            InstanceSource source = InstanceSource.Of(["any"], ReaderOf([("InstanceId", value), ("Topic", "orders")]))!;
            return (source.Id, source.Contained?.Noun);
        }
    }

    [Theory]
    [InlineData("topic orders", "orders", "Topic=orders")]
    [InlineData("setting log.retention.hours", "log.retention.hours", "ConfigType=dynamic", "Name=log.retention.hours")]
    [InlineData("product c6.2u4g.cluster", "c6.2u4g.cluster", "FlavorId=c6.large.2", "ProductId=c6.2u4g.cluster")]
    [InlineData("quota billing", "user billing, client c1", "ProducerByteRate=1", "UserName=billing", "ClientId=c1", "DefaultUser=False")]
    [InlineData("quota", "all users, client c1", "ProducerByteRate=1", "UserName=", "ClientId=c1", "DefaultUser=True", "DefaultClient=False")]
    [InlineData("task", null, "TaskId=7")]
    public void A_row_is_identified_by_its_key_columns(string subject, string? key, params string[] columns)
    {
        InstanceSource source = Read("any", [("InstanceId", Id), .. columns.Select(column => column.Split('=')).Select(pair => (pair[0], (object?)pair[1]))]);

        Assert.Equal((subject, key), (source.Contained!.Subject, source.Contained.Key));
    }

    [Theory]
    [InlineData("topic", "Topic")]
    [InlineData("topic", "2")]
    [InlineData("user", "User")]
    [InlineData("consumer group", "ConsumerGroup")]
    [InlineData("permission", "AccessPolicy")]
    [InlineData("property", "Instance")]
    public void A_row_of_a_comparison_is_about_the_kind_of_item_in_it(string noun, string kind)
    {
        ContainedItem item = Read("any", ("InstanceId", Id), ("Kind", kind), ("Name", "orders"), ("Change", "Remove")).Contained!;

        Assert.Equal((noun, $"{noun} orders", "orders"), (item.Noun, item.Subject, item.Name));
    }

    [Fact]
    public void A_row_of_instances_is_questioned_only_for_columns_that_may_belong_to_something_else()
    {
        Assert.Null(Read("any", ("InstanceId", Id), ("Owner", "me"), ("Status", "RUNNING"), ("Name", string.Empty)).ClaimedName);
        Assert.Equal("kafka-dev", Read("any", ("InstanceId", Id), ("Name", "kafka-dev"), ("Lag", 0)).ClaimedName);
        Assert.Equal("Lag", Read("any", ("InstanceId", Id), ("Lag", 0)).ClaimedName);
    }

    [Fact]
    public void Only_an_instance_and_its_copies_supply_a_reliable_instance_name()
    {
        Assert.Equal("kafka-dev", Read("Deserialized.HuaweiDms.Instance", ("InstanceId", Id), ("Name", "kafka-dev")).Name);
        Assert.Null(Read("Selected.HuaweiDms.Instance", ("InstanceId", Id), ("Name", "calculated")).Name);
        Assert.Null(Read("any", ("InstanceId", Id), ("Name", "kafka-dev")).Name);
    }

    [Fact]
    public void A_Name_column_belongs_to_the_group_only_if_it_equals_the_group_name()
    {
        Assert.Equal("orders", Read("any", ("InstanceId", Id), ("ConsumerGroup", "orders"), ("Name", "orders")).Contained!.Name);
        Assert.Null(Read("any", ("InstanceId", Id), ("UserName", "billing"), ("Name", "orders")).Contained!.Name);
        Assert.Equal("orders", Read("Selected.HuaweiDms.ConsumerGroup", ("InstanceId", Id), ("Name", "orders")).Contained!.Name);
    }

    private static Type TypeOf(string name) => typeof(Instance).Assembly.GetType("HuaweiDms." + name, throwOnError: true)!;

    private static InstanceSource Read(string typeName, params (string Name, object? Value)[] columns)
        => new(Id, [typeName, "System.Object"], ReaderOf(columns));

    private static InstanceSource.Reader ReaderOf((string Name, object? Value)[] columns)
        => (string property, out object? value) =>
        {
            (string Name, object? Value) column = Array.Find(columns, column => column.Name == property);
            value = column.Value;
            return column.Name is not null;
        };
}
