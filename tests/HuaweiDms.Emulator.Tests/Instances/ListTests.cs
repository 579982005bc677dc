using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Instances;

public sealed class ListTests
{
    [Fact]
    public async Task Sample_lists_ten_instances_without_failed_ones()
    {
        using TestService service = new();

        JsonNode response = (await service.GetAsync("/v2/{project_id}/instances?engine=kafka")).Ok();

        Assert.Equal(10, (int)response["instance_num"]!);
        Assert.Equal(10, response["instances"]!.AsArray().Count);
        Assert.Equal(12, (await service.ListAsync("&include_failure=true&limit=50")).Count);
    }

    [Theory]
    [InlineData("&name=prod", 3)]
    [InlineData("&name=PROD", 3)]
    [InlineData("&name=kafka-prod&exact_match_name=true", 1)]
    [InlineData("&name=prod&exact_match_name=true", 0)]
    [InlineData("&status=FROZEN", 1)]
    [InlineData("&status=frozen", 1)]
    [InlineData("&status=CREATEFAILED", 0)]
    [InlineData("&status=CREATEFAILED&include_failure=true", 2)]
    [InlineData("&enterprise_project_id=0", 10)]
    [InlineData("&enterprise_project_id=other", 0)]
    [InlineData("&name=", 10)]
    [InlineData("&name=%E5%8D%A1", 0)]
    public async Task Filter_applies_to_the_list_and_the_total(string filter, int expected)
    {
        using TestService service = new();

        JsonNode response = (await service.GetAsync("/v2/{project_id}/instances?engine=kafka&limit=50" + filter)).Ok();

        Assert.Equal(expected, (int)response["instance_num"]!);
        Assert.Equal(expected, response["instances"]!.AsArray().Count);
    }

    [Fact]
    public async Task List_shows_the_subnet_in_v2_only()
    {
        using TestService service = new();
        Assert.All(await service.ListAsync(), instance => Assert.NotNull(instance!["subnet_name"]));
        JsonNode older = (await service.GetAsync("/v1.0/{project_id}/instances?engine=kafka")).Ok();
        Assert.All(older["instances"]!.AsArray(), instance => Assert.Null(instance!["subnet_name"]));
    }

    [Fact]
    public async Task List_can_be_filtered_by_instance_id()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-dev");

        JsonArray found = await service.ListAsync("&instance_id=" + id);

        Assert.Equal("kafka-dev", (string?)Assert.Single(found)!["name"]);
    }

    [Theory]
    [InlineData("", 10)]
    [InlineData("&limit=3", 3)]
    [InlineData("&limit=3&offset=9", 1)]
    [InlineData("&limit=50&offset=0", 10)]
    [InlineData("&offset=4", 6)]
    public async Task Page_has_the_requested_size_and_the_full_total(string page, int expected)
    {
        using TestService service = new();

        JsonNode response = (await service.GetAsync("/v2/{project_id}/instances?engine=kafka" + page)).Ok();

        Assert.Equal(expected, response["instances"]!.AsArray().Count);
        Assert.Equal(10, (int)response["instance_num"]!);
    }

    [Theory]
    [InlineData("&offset=10", "DMS.40050010")]
    [InlineData("&offset=11&limit=50", "DMS.40050010")]
    [InlineData("&offset=1&name=nothing", "DMS.40050010")]
    [InlineData("&limit=0", "DMS.00400062")]
    [InlineData("&limit=51", "DMS.00400062")]
    public async Task Page_out_of_range_is_rejected(string page, string code)
    {
        using TestService service = new();

        (await service.GetAsync("/v2/{project_id}/instances?engine=kafka" + page)).Rejected(400, code);
    }

    [Theory]
    [InlineData("?limit=10", "DMS.00400062")]
    [InlineData("?engine=rabbitmq", "DMS.00400007")]
    [InlineData("?engine=kafka&include_failure=True", "DMS.00400062")]
    [InlineData("?engine=kafka&exact_match_name=1", "DMS.00400062")]
    [InlineData("?engine=kafka&offset=-1", "DMS.00400062")]
    [InlineData("?engine=kafka&limit=ten", "DMS.00400062")]
    public async Task Invalid_query_is_rejected(string query, string code)
    {
        using TestService service = new();
        HttpClient client = service.ConnectUnchecked();

        (await client.AskAsync(service.Path("/v2/{project_id}/instances") + query)).Rejected(400, code);
    }

    [Fact]
    public async Task Empty_project_returns_an_empty_list()
    {
        using TestService service = new(options => options.Empty = true);

        JsonNode response = (await service.GetAsync("/v2/{project_id}/instances?engine=kafka")).Ok();

        Assert.Equal(0, (int)response["instance_num"]!);
        Assert.Empty(response["instances"]!.AsArray());
    }

    [Fact]
    public async Task Pages_together_are_the_whole_list_in_order()
    {
        using TestService service = new();
        List<string> names = [];

        for (int offset = 0; offset < 10; offset += 3)
            names.AddRange((await service.ListAsync($"&limit=3&offset={offset}")).Select(instance => (string)instance!["name"]!));

        Assert.Equal((await service.ListAsync()).Select(instance => (string)instance!["name"]!), names);
    }
}
