using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Json;

namespace HuaweiDms.Client.Tests.Json;

/// <summary>Objects read by a field table: no property is missing from the table, and no field is lost.</summary>
public sealed class FieldTableTests
{
    /// <summary>Every name that any object of the contract has, and one that users of the service report.</summary>
    private static readonly string[] Fields = [.. ContractNames.All.Append("task")];

    [Fact]
    public void Every_property_of_an_instance_has_a_field() => HasAField(ServiceJsonContext.Default.Instance);

    [Fact]
    public void Every_property_of_a_topic_has_a_field() => HasAField(ServiceJsonContext.Default.Topic);

    [Fact]
    public void Every_property_of_a_topic_setting_has_a_field() => HasAField(ServiceJsonContext.Default.TopicConfig);

    [Fact]
    public void No_field_sets_two_properties()
        => Assert.All(Fields, field => Assert.InRange(FieldProbe.PropertiesOf(field, ServiceJsonContext.Default.Instance).Count, 0, 1));

    [Fact]
    public void A_name_may_contain_escapes()
        => Assert.Equal("i", Read("""{"inst\u0061nce_id":"i"}""").InstanceId);

    [Fact]
    public void A_very_long_name_is_kept_with_its_value()
    {
        string name = new('n', 300);
        Assert.Equal(5L, Read($$"""{"{{name}}":5}""").AdditionalProperties![name]);
    }

    [Fact]
    public void Null_is_ignored()
        => Assert.Equal("i", Read("""{"instance_id":"i","instance_id":null}""").InstanceId);

    [Theory]
    [InlineData("""{"connect_address":"a","connect_addresses":"b"}""")]
    [InlineData("""{"connect_addresses":"b","connect_address":"a"}""")]
    public void The_first_of_two_names_takes_precedence_in_any_order(string json)
        => Assert.Equal(["a"], Read(json).ConnectAddresses!);

    [Theory]
    [InlineData("""{"connect_addresses":"b"}""")]
    [InlineData("""{"connect_address":null,"connect_addresses":"b"}""")]
    [InlineData("""{"connect_addresses":"b","connect_address":{}}""")]
    public void The_second_name_applies_if_the_first_has_no_value(string json)
        => Assert.Equal(["b"], Read(json).ConnectAddresses!);

    [Theory]
    [InlineData("5")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    public void A_value_that_is_not_an_object_is_not_an_instance(string json)
        => Assert.Throws<JsonException>(() => Read(json));

    private static Instance Read(string json) => JsonSerializer.Deserialize(json, ServiceJsonContext.Default.Instance)!;

    private static void HasAField<T>(JsonTypeInfo<T> type)
    {
        HashSet<string> reached = Fields.SelectMany(field => FieldProbe.PropertiesOf(field, type)).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(
            from property in typeof(T).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where property.SetMethod is not null && !reached.Contains(property.Name)
            select property.Name);
    }
}
