using System.Diagnostics.CodeAnalysis;
using System.Text;
using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Json;

/// <summary>Malformed responses lead to a readable error, or to an object as far as possible; never to a crash.</summary>
public sealed class HostileResponseTests
{
    private const int Depth = 10_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("arrays")]
    [InlineData("objects")]
    [InlineData("text in a known field")]
    [InlineData("arrays in a known field")]
    [InlineData("objects in a list")]
    public async Task Ten_thousand_levels_of_nesting_do_not_crash(string what)
    {
        string arrays = new string('[', Depth) + new string(']', Depth);
        string objects = string.Concat(Enumerable.Repeat("""{"a":""", Depth)) + "1" + new string('}', Depth);
        string body = what switch
        {
            "arrays" => arrays,
            "objects" => objects,
            "text in a known field" => $$"""{"instance_id":"i-1","cross_vpc_info":"{{arrays}}"}""",
            "arrays in a known field" => $$"""{"instance_id":"i-1","tags":{{arrays}}}""",
            _ => $$"""{"instance_id":"i-1","unknown":[{{objects}}]}""",
        };
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(body));
        if (what == "text in a known field")
        {
            Instance instance = await client.RunAsync(it => it.Instances.GetAsync("i-1", Stop));
            Assert.Equal(("i-1", null), (instance.InstanceId, instance.CrossVpcAddresses));
        }
        else
        {
            Assert.Equal(DmsErrorKind.UnreadableResponse, (await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop))).Kind);
        }
    }

    [Fact]
    public async Task A_text_of_fifty_megabytes_is_read()
    {
        string body = $$"""{"instance_id":"i-1","description":"{{new string('x', 50_000_000)}}"}""";
        using ScriptedClient client = new ScriptedClient().Then(Responses.Body(body, BrokenBody.End.Whole, chunk: 64 * 1024));

        Assert.Equal(50_000_000, (await client.RunAsync(it => it.Instances.GetAsync("i-1", Stop))).Description!.Length);
    }

    [Fact]
    public async Task An_endless_response_is_aborted_and_not_requested_again()
    {
        string body = $$"""{"instance_id":"i-1","description":"{{new string('x', 65 * 1024 * 1024)}}"}""";
        using ScriptedClient client = new ScriptedClient().Then(Responses.Body(body, BrokenBody.End.Whole, chunk: 1024 * 1024));

        DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal(DmsErrorKind.UnreadableResponse, error.Kind);
        Assert.Contains("64 MB", error.Message, StringComparison.Ordinal);
        Assert.Single(client.Sent);
        Assert.Equal(DmsErrorKind.OutcomeUnknown, (await client.FailAsync(it => it.Instances.CreateAsync(Specifications.Minimal(), Stop))).Kind);
        Assert.Equal(2, client.Sent.Count);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{\"instance_id\":\"i\"} trailing")]
    [InlineData("{'instance_id':'i'}")]
    public async Task A_response_that_is_not_an_object_is_an_error_that_says_so(string body)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(body));

        Assert.Equal("HuaweiDms.UnreadableResponse", (await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop))).ErrorId);
        Assert.Equal("HuaweiDms.UnreadableResponse", (await client.FailAsync(async it => await it.Instances.List().ToListAsync(Stop))).ErrorId);
        Assert.Equal("HuaweiDms.OutcomeUnknown", (await client.FailAsync(it => it.Instances.CreateAsync(Specifications.Minimal(), Stop))).ErrorId);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task A_missing_list_is_an_error_that_says_so(string body)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(body));
        Assert.Equal("HuaweiDms.UnreadableResponse", (await client.FailAsync(async it => await it.Instances.List().ToListAsync(Stop))).ErrorId);
    }

    [Fact]
    public async Task An_empty_list_is_read_in_every_format()
    {
        (string Body, Func<DmsClient, Task<int>> Count)[] lists =
        [
            ("""{"groups":null,"total":0}""", async it => (await it.ConsumerGroups.List("i").ToListAsync(Stop)).Count),
            ("""{"total":0}""", async it => (await it.ConsumerGroups.ListMembers("i", "g").ToListAsync(Stop)).Count),
            ("""{"topics":null,"total":0}""", async it => (await it.ConsumerGroups.ListTopics("i", "g").ToListAsync(Stop)).Count),
            ("""{"topics":null,"total":0}""", async it => (await it.Topics.List("i").ToListAsync(Stop)).Count),
            ("""{"report_list":null,"total_num":0}""", async it => (await it.Diagnosis.List("i").ToListAsync(Stop)).Count),
            ("""{"tasks":null,"task_count":"0"}""", async it => (await it.Tasks.List("i").ToListAsync(Stop)).Count),
            ("""{"messages":null,"total":0,"size":0}""", async it => (await it.Messages.List("i", "t", new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1))).ToListAsync(Stop)).Count),
            ("""{"messages":null,"total":0,"size":0}""", async it => await it.Messages.GetAsync("i", "t", 0, 1, Stop) is null ? 0 : 1),
            ("""{"tags":null}""", async it => (await it.Tags.ListAsync("i", Stop)).Count),
            ("""{"coordinators":null}""", async it => (await it.Cluster.ListCoordinatorsAsync("i", Stop)).Count),
            ("""{"users":null}""", async it => (await it.Users.List("i").ToListAsync(Stop)).Count),
        ];

        await Assert.AllAsync(lists, async list =>
        {
            using ScriptedClient client = new ScriptedClient().Then(Responses.Json(list.Body));
            Assert.Equal(0, await client.RunAsync(list.Count));
        });
    }

    [Fact]
    public async Task A_missing_list_with_a_positive_total_is_an_error()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json("""{"groups":null,"total":3}"""));
        Assert.Equal("HuaweiDms.UnreadableResponse", (await client.FailAsync(async it => await it.ConsumerGroups.List("i").ToListAsync(Stop))).ErrorId);
    }

    [Fact]
    public async Task A_null_element_in_a_list_is_an_error()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json("""{"instances":[{"instance_id":"i-1"},null],"instance_num":2}"""));
        Assert.Equal("HuaweiDms.UnreadableResponse", (await client.FailAsync(async it => await it.Instances.List().ToListAsync(Stop))).ErrorId);
    }

    [Fact]
    public async Task A_null_element_in_any_paged_list_is_an_error()
    {
        (string Body, Func<DmsClient, Task> Read)[] lists =
        [
            ("""{"topics":[{"name":"t"},null],"total":2}""", async it => await it.Topics.List("i").ToListAsync(Stop)),
            ("""{"topics":[{"name":"t"},{}],"total":2}""", async it => await it.Topics.List("i").ToListAsync(Stop)),
            ("""{"groups":[{"group_id":"g"},null],"total":2}""", async it => await it.ConsumerGroups.List("i").ToListAsync(Stop)),
            ("""{"tasks":[{"id":"t"},null],"task_count":"2"}""", async it => await it.Tasks.List("i").ToListAsync(Stop)),
            ("""{"quotas":[{"user":"u"},null],"count":2}""", async it => await it.Quotas.List("i").ToListAsync(Stop)),
            ("""{"report_list":[{"report_id":"r"},null],"total_num":2}""", async it => await it.Diagnosis.List("i").ToListAsync(Stop)),
        ];

        await Assert.AllAsync(lists, async list =>
        {
            using ScriptedClient client = new ScriptedClient().Then(Responses.Json(list.Body));
            Assert.Equal("HuaweiDms.UnreadableResponse", (await client.FailAsync(list.Read)).ErrorId);
        });
    }

    [Fact]
    public async Task Null_elements_in_other_lists_are_ignored()
    {
        using ScriptedClient client = new ScriptedClient().Then(
            Responses.Json("""{"results":[null,{"instance":"i-1","result":"success"}]}"""),
            Responses.Json("""{"projects":[null,{"id":"p-1","links":5}],"links":null}"""));

        Assert.True(Assert.Single(await client.RunAsync(it => it.Instances.RestartAsync(["i-1"], Stop))).Succeeded);
        Assert.Equal("p-1", Assert.Single(await client.RunAsync(it => it.Identity.ListProjectsAsync(null, Stop))).ProjectId);
    }

    /// <summary>A response is read in pieces of 16 KB as it arrives, and Utf8JsonReader.Skip works only on the last piece.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(40_000)]
    public async Task An_unexpected_field_affects_only_itself_however_much_follows(int following)
    {
        string[] odd = ["""{"a":[1,{"b":2}]}""", """[1,{"b":2},"c"]""", "7", "0.5", "true", "null", "\"half \\ud83d\"", "\"\"", "\"text\""];
        (string List, string[] Fields, Func<DmsClient, Task<int>> Count)[] lists =
        [
            (
                """{"instances":[{"instance_id":"i-1",FIELD},{"instance_id":"i-2"}],"instance_num":2""",
                ["newer", "tags", "description", "cross_vpc_info", "created_at", "storage_space", "enable_auto_topic", "maintain_begin", "available_zones", "ssl_two_way_enable"],
                async it => (await it.Instances.List(range: new(0, 2)).ToListAsync(Stop)).Count),
            (
                """{"topics":[{"name":"t-1","topic_other_configs":[{"name":"c",FIELD}],FIELD},{"name":"t-2"}],"total":2""",
                ["newer", "topic_other_configs", "topic_desc", "partition", "sync_replication", "created_at", "valid_values", "value", "external_configs"],
                async it => (await it.Topics.List("i").ToListAsync(Stop)).Count),
            (
                """{"groups":[{"group_id":"g-1",FIELD},{"group_id":"g-2"}],"total":2""",
                ["newer", "group_desc", "state", "coordinator_id", "lag", "createdAt", "assignment_strategy"],
                async it => (await it.ConsumerGroups.List("i").ToListAsync(Stop)).Count),
            (
                """{"users":[{"user_name":"u-1",FIELD},{"user_name":"u-2"}]""",
                ["newer", "user_desc", "role", "default_app", "created_time"],
                async it => (await it.Users.List("i").ToListAsync(Stop)).Count),
        ];

        await Assert.AllAsync(
            lists.SelectMany(list => list.Fields.SelectMany(field => odd.Select(value => (list.Count, Body: list.List.Replace("FIELD", $"\"{field}\":{value}", StringComparison.Ordinal))))),
            async given =>
            {
                using ScriptedClient client = new ScriptedClient().Then(Responses.Json($$"""{{given.Body}},"padding":"{{new string('x', following)}}"}"""));
                Assert.Equal(2, await client.RunAsync(given.Count));
            });
    }

    [Fact]
    public async Task An_unpaired_surrogate_does_not_affect_the_rest_of_the_text()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json("""{"groups":[{"group_id":"g","group_desc":"cut \ud83d"}],"total":1}"""));
        Assert.Equal("cut \ufffd", Assert.Single(await client.RunAsync(it => it.ConsumerGroups.List("i").ToListAsync(Stop))).Description);
    }

    [Fact]
    [SuppressMessage("Security", "CA5394", Justification = "Noise, not secrets.")]
    public async Task Any_damaged_response_yields_an_object_or_a_DmsException()
    {
        byte[] good = Encoding.UTF8.GetBytes("""{"instances":[{"instance_id":"i-1","tags":[{"key":"a","value":"b"}],"cross_vpc_info":"{\"1\":{\"port\":1}}","created_at":"1585618587087"}],"instance_num":1}""");
        Random random = new(Trials.SeedOf(0));
        for (int i = 0; i < 1500; i++)
        {
            byte[] bad = (byte[])good.Clone();
            for (int damage = random.Next(1, 4); damage > 0; damage--)
                bad[random.Next(bad.Length)] = (byte)random.Next(256);

            using ScriptedClient client = new ScriptedClient(options => options.RetryCount = 0).Then(Responses.Respond(System.Net.HttpStatusCode.OK, bad[..random.Next(bad.Length / 2, bad.Length + 1)], null));
            try
            {
                await client.RunAsync(async it => await it.Instances.List(range: new(0, 1)).ToListAsync(Stop));
            }
            catch (DmsException error)
            {
                Assert.Equal(DmsErrorKind.UnreadableResponse, error.Kind);
            }
        }
    }
}
