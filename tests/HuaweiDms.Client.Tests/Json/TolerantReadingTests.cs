using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.Contract;
using HuaweiDms.Json;

namespace HuaweiDms.Client.Tests.Json;

/// <summary>A value of an undocumented type affects at most itself, never its object.</summary>
public sealed class TolerantReadingTests
{
    private static readonly string Example = ApiContract.Default["ShowInstance"].Responses[200].Examples[0].GetRawText();

    private static readonly string[] OddValues =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e400", "-1e400", "123456789012345678901234567890", "\"\"", "\" \"", "\"x\"", "\"true\"", "\"12\"",
        "\"99999999999999999999\"", "\"NaN\"", "\"1e400\"", "\",\"", "\"{\"", "\"[1]\"", "\"{\\\"a\\\":1}\"", "[]", "[[]]", "[1,\"a\",null,{},[2]]", "{}", "{\"a\":{\"b\":[1]}}",
        "{\"private_plain_enable\":{},\"x_enable\":1}", "[{\"key\":1,\"value\":[]}]",
    ];

    public static TheoryData<string> Fields => [.. JsonNode.Parse(Example)!.AsObject().Select(member => member.Key)];

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_of_any_type_does_not_affect_the_others(string field)
    {
        Dictionary<string, string> whole = Values(Read(Example));
        foreach (string odd in OddValues)
        {
            JsonObject changed = JsonNode.Parse(Example)!.AsObject();
            changed[field] = null;
            Instance instance = Read(changed.ToJsonString().Replace($"\"{field}\":null", $"\"{field}\":{odd}", StringComparison.Ordinal));
            string? property = Instances.WireNames.PropertyOf(field);
            Assert.All(Values(instance).Where(value => value.Key != property), value => Assert.Equal(whole[value.Key], value.Value));
        }
    }

    [Fact]
    public void Any_types_in_any_fields_can_be_read_as_an_instance()
    {
        string[] names = Fields.Select(row => row.Data).Append("a_field_nobody_knows").ToArray();
        Gen<string> objects =
            from fields in Gen.SubListOf(names)
            from values in Gen.ArrayOf(Gen.Elements(OddValues), fields.Count)
            select $"{{{string.Join(',', fields.Zip(values, (name, value) => $"\"{name}\":{value}"))}}}";
        Check.One(Trials.Of(500), Prop.ForAll(objects.ToArbitrary(), json => Assert.NotNull(Read(json))));
    }

    [Fact]
    public void Unknown_fields_are_kept_as_typed_values()
    {
        IDictionary<string, object?> extra = Read(
            """
            {"instance_id":"i","new_text":"t","new_number":5,"new_big":9007199254740993,"new_real":0.25,"new_flag":true,"new_nothing":null,
            "new_list":[1,"a",[2]],"new_object":{"inner":{"n":1}}}
            """).AdditionalProperties!;
        Assert.Equal("t", extra["new_text"]);
        Assert.Equal(5L, extra["new_number"]);
        Assert.Equal(9007199254740993L, extra["new_big"]);
        Assert.Equal(0.25, extra["new_real"]);
        Assert.Equal(true, extra["new_flag"]);
        Assert.Null(extra["new_nothing"]);
        Assert.Equal([1L, "a", new object?[] { 2L }], Assert.IsType<object?[]>(extra["new_list"]));
        IDictionary<string, object?> inner = Assert.IsAssignableFrom<IDictionary<string, object?>>(Assert.IsAssignableFrom<IDictionary<string, object?>>(extra["new_object"])["inner"]);
        Assert.Equal(1L, inner["n"]);
    }

    [Fact]
    public void Unknown_fields_have_a_readable_text()
    {
        object? fields = Read("""{"new":{"text":"t","real":0.25,"flag":true,"nothing":null,"list":[1,"a",[2]],"object":{"n":1}}}""").AdditionalProperties!["new"];
        Assert.Equal("text=t;real=0.25;flag=True;nothing=;list=1,a,2;object=n=1", $"{fields}");
    }

    [Fact]
    public void Without_unknown_fields_there_are_no_additional_properties() => Assert.Null(Read("""{"instance_id":"i"}""").AdditionalProperties);

    [Theory]
    [InlineData("3", 3)]
    [InlineData("\"3\"", 3)]
    [InlineData("\" 3 \"", 3)]
    [InlineData("3.9", 3)]
    [InlineData("2147483648", int.MaxValue)]
    [InlineData("-99999999999", int.MinValue)]
    [InlineData("\"9223372036854776000\"", int.MaxValue)]
    [InlineData("1e300", int.MaxValue)]
    [InlineData("\"\"", null)]
    [InlineData("\"three\"", null)]
    [InlineData("true", null)]
    [InlineData("null", null)]
    public void A_whole_number_is_read_from_number_or_text_and_does_not_overflow(string json, int? expected)
        => Assert.Equal(expected, Read($$"""{"node_num":{{json}}}""").NodeCount);

    [Theory]
    [InlineData("9223372036854776000", long.MaxValue)]
    [InlineData("\"9223372036854776000\"", long.MaxValue)]
    [InlineData("-9223372036854776000", long.MinValue)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9007199254740993", 9007199254740993)]
    [InlineData("\"9007199254740993\"", 9007199254740993)]
    public void A_64_bit_number_keeps_every_digit_and_saturates(string json, long expected)
        => Assert.Equal(expected, JsonSerializer.Deserialize($$"""{"instance_num":{{json}}}""", ServiceJsonContext.Default.InstanceList)!.Total);

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"true\"", true)]
    [InlineData("\"True\"", true)]
    [InlineData("1", true)]
    [InlineData("\"1\"", true)]
    [InlineData("\"actived\"", true)]
    [InlineData("false", false)]
    [InlineData("\"false\"", false)]
    [InlineData("0", false)]
    [InlineData("\"closed\"", false)]
    [InlineData("\"actived soon\"", null)]
    [InlineData("2", null)]
    [InlineData("null", null)]
    public void A_Boolean_is_read_from_a_Boolean_text_or_number(string json, bool? expected)
        => Assert.Equal(expected, Read($$"""{"public_access_enabled":{{json}}}""").PublicAccessEnabled);

    [Theory]
    [InlineData("\"1585618587087\"", "2020-03-31T01:36:27.087Z")]
    [InlineData("1585618587087", "2020-03-31T01:36:27.087Z")]
    [InlineData("\"2020-03-31T01:36:27.087Z\"", "2020-03-31T01:36:27.087Z")]
    [InlineData("\"2020-03-31T09:36:27+08:00\"", "2020-03-31T01:36:27Z")]
    [InlineData("\"2020-03-31 01:36:27\"", "2020-03-31T01:36:27Z")]
    [InlineData("0", null)]
    [InlineData("\"0\"", null)]
    [InlineData("-5", null)]
    [InlineData("9223372036854775807", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"soon\"", null)]
    [InlineData("[]", null)]
    public void A_time_is_read_from_epoch_milliseconds_or_ISO_8601(string json, string? expected)
        => Assert.Equal(
            expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            Read($$"""{"created_at":{{json}}}""").CreatedAt);

    [Theory]
    [InlineData("\"22:00:00\"", 22)]
    [InlineData("\"22:00\"", 22)]
    [InlineData("\"22\"", 22)]
    [InlineData("22", 22)]
    [InlineData("\"02:00:00\"", 2)]
    [InlineData("\"2:00\"", 2)]
    [InlineData("\"2\"", 2)]
    [InlineData("\"00:00:00\"", 0)]
    [InlineData("\"24:00:00\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public void A_time_of_day_is_read_with_or_without_minutes_and_seconds(string json, int? hours)
        => Assert.Equal(hours is { } h ? TimeSpan.FromHours(h) : null, Read($$"""{"maintain_begin":{{json}}}""").MaintenanceBegin);

    [Theory]
    [InlineData("\"10.0.0.1:9092,10.0.0.2:9092\"", "10.0.0.1:9092|10.0.0.2:9092")]
    [InlineData("\"10.0.0.1:9092, 10.0.0.2:9092 ,\"", "10.0.0.1:9092|10.0.0.2:9092")]
    [InlineData("[\"a\",\"b\"]", "a|b")]
    [InlineData("[\"a\",null,5,{\"x\":1},\"\"]", "a|5")]
    [InlineData("\"\"", "")]
    [InlineData("[]", "")]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public void A_list_is_read_from_an_array_or_from_text_with_commas(string json, string? expected)
        => Assert.Equal(expected, Read($$"""{"connect_address":{{json}}}""").ConnectAddresses is { } list ? string.Join('|', list) : null);

    [Theory]
    [InlineData("0", ChargingMode.PrePaid)]
    [InlineData("\"0\"", ChargingMode.PrePaid)]
    [InlineData("\"prePaid\"", ChargingMode.PrePaid)]
    [InlineData("\"monthly\"", ChargingMode.PrePaid)]
    [InlineData("1", ChargingMode.PostPaid)]
    [InlineData("\"postPaid\"", ChargingMode.PostPaid)]
    [InlineData("\"hourly\"", ChargingMode.PostPaid)]
    [InlineData("7", null)]
    [InlineData("{}", null)]
    public void A_charging_mode_is_read_from_a_number_or_a_word(string json, ChargingMode? expected)
        => Assert.Equal(expected, Read($$"""{"charging_mode":{{json}}}""").ChargingMode);

    [Fact]
    public void Cross_vpc_addresses_are_read_from_an_object_or_its_text()
    {
        const string Inner = """{"192.168.0.1":{"advertised_ip":"10.0.0.1","port":9011,"port_id":"p1"},"192.168.0.2":{"advertised_ip":"10.0.0.2","port":"9012","port_id":"p2"}}""";
        foreach (string json in new[] { Inner, JsonValue.Create(Inner).ToJsonString() })
        {
            CrossVpcAddress[] addresses = Read($$"""{"cross_vpc_info":{{json}}}""").CrossVpcAddresses!;
            Assert.Equal(
                [("192.168.0.1", "10.0.0.1", 9011, "p1"), ("192.168.0.2", "10.0.0.2", 9012, "p2")],
                addresses.Select(address => (address.ListenerIp!, address.AdvertisedIp!, address.Port!.Value, address.PortId!)));
        }
    }

    [Fact]
    public void A_port_out_of_range_does_not_wrap_around()
        => Assert.Equal(int.MaxValue, Assert.Single(Read("""{"cross_vpc_info":{"a":{"port":4294976307}}}""").CrossVpcAddresses!).Port);

    [Fact]
    public void Access_modes_are_read_from_an_object_or_its_text()
    {
        const string Inner = """{"private_plain_enable":true,"private_plain_address":"10.0.0.1:9092,10.0.0.2:9092","public_sasl_ssl_enable":"false","public_sasl_ssl_address":""}""";
        foreach (string json in new[] { Inner, JsonValue.Create(Inner).ToJsonString() })
        {
            AccessMode[] modes = Read($$"""{"port_protocols":{{json}}}""").AccessModes!;
            Assert.Equal([("PrivatePlain", true), ("PublicSaslSsl", false)], modes.Select(mode => (mode.Name!, mode.Enabled)));
            Assert.Equal(["10.0.0.1:9092", "10.0.0.2:9092"], modes[0].Addresses);
            Assert.Empty(modes[1].Addresses);
        }
    }

    [Fact]
    public void An_access_mode_has_domain_names_and_either_spelling_of_its_flag()
    {
        AccessMode[] modes = Read(
            """
            {"port_protocols":{"private_plain_enabled":true,"private_plain_address":"10.0.0.1:9092","private_plain_domain_name":"a.example:9092,b.example:9092",
            "private_sasl_plaintext_enable":false,"private_sasl_plaintext_domain_name":"","future_thing":"x","future_quic_enable":true}}
            """).AccessModes!;
        Assert.Equal(
            [("PrivatePlain", true), ("PrivateSaslPlaintext", false), ("FutureQuic", true)], modes.Select(mode => (mode.Name!, mode.Enabled)));
        Assert.Equal(["a.example:9092", "b.example:9092"], modes[0].DomainNames);
        Assert.Empty(modes[1].DomainNames);
    }

    [Theory]
    [InlineData("""{"connect_address":"a,b"}""")]
    [InlineData("""{"connect_addresses":"a,b"}""")]
    [InlineData("""{"connect_address":"a,b","connect_addresses":"c"}""")]
    public void Addresses_are_read_under_the_names_of_the_table_and_the_example(string json)
    {
        Assert.Equal(["a", "b"], Read(json).ConnectAddresses!);
        Assert.Null(Read(json).AdditionalProperties);
    }

    [Theory]
    [InlineData("""{"public_bandwidth":100}""", 100)]
    [InlineData("""{"public_boundwidth":100}""", 100)]
    [InlineData("""{"public_boundwidth":5,"public_bandwidth":100}""", 100)]
    [InlineData("""{"public_bandwidth":100,"public_boundwidth":5}""", 100)]
    [InlineData("""{"public_boundwidth":100,"public_bandwidth":null}""", 100)]
    [InlineData("""{"public_bandwidth":null,"public_boundwidth":"100"}""", 100)]
    [InlineData("""{"public_bandwidth":0,"public_boundwidth":100}""", 0)]
    [InlineData("{}", null)]
    public void The_misspelt_bandwidth_is_used_if_the_other_is_missing(string json, int? expected)
    {
        Assert.Equal(expected, Read(json).PublicBandwidthMbps);
        Assert.Null(Read(json).AdditionalProperties);
    }

    [Theory]
    [InlineData("""{"public_management_connect_address":"https://a:9999"}""")]
    [InlineData("""{"public_management_connect_addresses":"https://a:9999"}""")]
    [InlineData("""{"public_management_connect_addresses":"https://a:9999","public_management_connect_address":null}""")]
    [InlineData("""{"public_management_connect_address":"https://a:9999","public_management_connect_addresses":"https://b:9999"}""")]
    public void Either_spelling_of_the_managers_address_is_read(string json)
    {
        Assert.Equal("https://a:9999", Read(json).PublicManagerAddress);
        Assert.Null(Read(json).AdditionalProperties);
    }

    [Fact]
    public void Tags_are_read_by_key_and_malformed_ones_are_ignored()
    {
        IDictionary<string, string> tags = Read("""{"tags":[{"key":"env","value":"prod"},{"key":"empty"},{"value":"lost"},5,null,{"key":7,"value":true}]}""").Tags!;

        Assert.Equal(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["env"] = "prod", ["empty"] = "", ["7"] = "true" },
            tags.ToDictionary(StringComparer.Ordinal));
    }

    private static Instance Read(string json) => JsonSerializer.Deserialize(json, ServiceJsonContext.Default.Instance)!;

    /// <summary>Returns the values of all properties as comparable text, including calculated ones such as the number of brokers.</summary>
    private static Dictionary<string, string> Values(Instance instance)
        => typeof(Instance).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(property => property.SetMethod is not null && property.Name != nameof(Instance.AdditionalProperties))
            .ToDictionary(property => property.Name, property => JsonSerializer.Serialize(property.GetValue(instance)), StringComparer.Ordinal);
}
