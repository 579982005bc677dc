namespace HuaweiDms.Client.Tests.Configurations;

/// <summary>Configurations as text: what is written can be read again, and errors name their place.</summary>
public sealed class ConfigurationFileTests
{
    [Fact]
    public void A_file_is_sorted_indented_and_readable()
    {
        InstanceConfiguration configuration = new()
        {
            InstanceName = "kafka-prod",
            Instance = new()
            {
                RetentionPolicy = "time_base",
                Tags = new Dictionary<string, object?> { ["env"] = "b", ["Env"] = "a" },
                AccessModes = ["PublicPlain", "PrivatePlain"],
            },
            Settings = new Dictionary<string, object?> { ["z"] = 5, ["a"] = true, ["m"] = "PLAINTEXT" },
            Topics =
            [
                new() { Name = "zebra" },
                new() { Name = "Äpfel", PartitionCount = 3, SyncFlush = false, Access = new Dictionary<string, string> { ["b"] = "All", ["a"] = "Publish" } },
            ],
            Quotas = [],
        };

        Assert.Equal(
            """
            {
              "Version": 2,
              "InstanceName": "kafka-prod",
              "Instance": {
                "RetentionPolicy": "time_base",
                "Tags": {
                  "Env": "a",
                  "env": "b"
                },
                "AccessModes": [
                  "PrivatePlain",
                  "PublicPlain"
                ]
              },
              "Settings": {
                "a": true,
                "m": "PLAINTEXT",
                "z": 5
              },
              "Topics": [
                {
                  "Name": "zebra"
                },
                {
                  "Name": "Äpfel",
                  "PartitionCount": 3,
                  "SyncFlush": false,
                  "Access": {
                    "a": "Publish",
                    "b": "All"
                  }
                }
              ],
              "Quotas": []
            }

            """,
            configuration.ToJson());
    }

    [Fact]
    public void A_configuration_survives_a_round_trip()
    {
        InstanceConfiguration written = ConfigurationSamples.Rich();

        InstanceConfiguration read = InstanceConfiguration.Parse(written.ToJson());

        Assert.Equal(written.ToJson(), read.ToJson());
        Assert.Empty(read.Compare(written));
        Assert.Empty(written.Compare(read));
    }

    [Fact]
    public void Comments_other_case_and_omissions_are_allowed()
    {
        InstanceConfiguration read = InstanceConfiguration.Parse(
            """
            {
              // what the shop needs
              "topics": [ { "name": "orders", "partitioncount": 6, }, ],
            }
            """);
        Assert.Equal(("orders", 6), (read.Topics![0].Name, read.Topics[0].PartitionCount));
        Assert.Null(read.Users);
        Assert.Equal("1 topics", read.ToString());
    }

    [Fact]
    public void User_names_are_case_sensitive()
        => Assert.Equal(2, InstanceConfiguration.Parse("""{"Topics":[{"Name":"a","Access":{"Joe":"All","joe":"Subscribe"}}]}""").Topics![0].Access!.Count);

    [Fact]
    public void Tag_keys_are_case_sensitive_and_tag_values_may_be_numbers()
        => Assert.Equal(
            [new("Env", "a"), new("env", 7L)],
            InstanceConfiguration.Parse("""{"Instance":{"Tags":{"Env":"a","env":7}}}""").Instance!.Tags!);

    [Fact]
    public void A_version_1_file_is_read_without_the_instance_itself()
    {
        InstanceConfiguration read = InstanceConfiguration.Parse("""{"Version":1,"InstanceName":"kafka-prod","EngineVersion":"2.7","Topics":[{"Name":"orders"}]}""");

        Assert.Null(read.Instance);
        Assert.Empty(read.Compare(new() { Topics = [new() { Name = "orders" }], Instance = ConfigurationSamples.Itself() }));
    }

    [Theory]
    [InlineData("", "line 1 is not valid JSON for a configuration")]
    [InlineData("null", "it is empty")]
    [InlineData("{\"Topics\": [\n{\"Name\": \"a\",\n\"Partitions\": 3}]}", "Topics[0].Partitions in line 3 is unknown")]
    [InlineData("{\"Topics\": [\n{\"Name\": \"a\", \"retentionhour\": 3}]}", "Topics[0].retentionhour in line 2 is unknown (did you mean RetentionHours?)")]
    [InlineData("{\"Topics\": [{\"a name.with ['parts']\": 3}]}", "Topics[0]['a name.with ['parts']'] in line 1 is unknown")]
    [InlineData("{\"Topics\": [{\"\\ud800\": 3, \"b\": 3}]}", "Topics[0] in line 1 is unknown or has a wrong value")]
    [InlineData("{\"Topics\": [{\"Description\": \"\\ud800\"}]}", "Topics[0].Description in line 1 is unknown or has a wrong value")]
    [InlineData("{\"Instance\": {\"Broker\": {}}}", "Instance.Broker in line 1 is unknown")]
    [InlineData("{\"Topics\": [\n{\"Name\": \"a\",\n\"PartitionCount\": \"many\"}]}", "Topics[0].PartitionCount in line 3 must be a whole number, not \"many\"")]
    [InlineData("{\"topics\": [{\"Name\": \"a\", // ours\n\"syncFlush\": 1,}]}", "topics[0].syncFlush in line 2 must be true or false, not 1")]
    [InlineData("{\"Topics\": [{\"Name\": [\"a\"]}]}", "Topics[0].Name in line 1 must be text, not a list")]
    [InlineData("{\"Topics\": [\"orders\"]}", "Topics[0] in line 1 must be an object, not \"orders\"")]
    [InlineData("{\"Topics\": [{\"Name\": \"a\", \"Access\": {\"j.doe\": true}}]}", "Topics[0].Access['j.doe'] in line 1 must be text, not true")]
    [InlineData("{\"Instance\": {\"AccessModes\": [\"PrivatePlain\", 5]}}", "Instance.AccessModes[1] in line 1 must be text, not 5")]
    [InlineData("{\"Version\": null}", "Version in line 1 must be a whole number, not null")]
    [InlineData("{\"Settings\": [1]}", "Settings in line 1 must be an object, not a list")]
    [InlineData("{\n\"Topics\": {}}", "Topics in line 2 must be a list, not an object")]
    [InlineData("{\n\"Topics\": [}", "line 2 is not valid JSON for a configuration")]
    [InlineData("[]", "line 1 is not valid JSON for a configuration")]
    [InlineData("{\"Version\": 3}", "it has version 3, but this module supports versions up to 2")]
    [InlineData("{\"Topics\": [{\"Name\": \"a\"}, {\"PartitionCount\": 3}]}", "Topics[1] has no name")]
    [InlineData("{\"Users\": [null]}", "Users[0] has no name")]
    [InlineData("{\"Quotas\": [{\"ProducerByteRate\": 3}]}", "Quotas[0] has no name")]
    [InlineData("{\"ConsumerGroups\": [{\"Name\": \"a\"}, {\"Name\": \"a\"}]}", "ConsumerGroups contains 'a' twice")]
    [InlineData("{\"Topics\": [{\"Name\": \"a\"}],\n\"topics\": []}", "topics in line 2 appears twice in the same object")]
    [InlineData("{\"Topics\": [{\"Name\": \"a\", // ours\n\"Name\": \"b\"}]}", "Name in line 2 appears twice in the same object")]
    [InlineData("{\"Settings\": {\"num.partitions\": 3,\n\n\"num.partitions\": 5}}", "num.partitions in line 3 appears twice in the same object")]
    public void Errors_name_the_place(string json, string why)
    {
        DmsException error = Assert.Throws<DmsException>(() => InstanceConfiguration.Parse(json));
        Assert.Equal((DmsErrorKind.InvalidArgument, "HuaweiDms.ConfigurationUnreadable", why), (error.Kind, error.ErrorId, error.Message));
    }

    [Theory]
    [InlineData("5", "it is not a configuration")]
    [InlineData("{\n\"Topic\": []}", "Topic is unknown (did you mean Topics?)")]
    [InlineData("{\n\"Topics\": 5}", "Topics must be a list, not 5")]
    [InlineData("{\"Users\": [],\n\"users\": []}", "users appears twice in the same object")]
    public void No_line_is_named_if_the_caller_cannot_see_lines(string json, string why)
        => Assert.Equal(why, Assert.Throws<DmsException>(() => ConfigurationFile.Read(json, hasLines: false)).Message);

    [Fact]
    public void A_long_value_is_truncated()
        => Assert.Equal(
            $"Topics in line 1 must be a list, not \"{new string('x', 39)}…",
            Assert.Throws<DmsException>(() => InstanceConfiguration.Parse($$"""{"Topics": "{{new string('x', 99)}}"}""")).Message);
}
