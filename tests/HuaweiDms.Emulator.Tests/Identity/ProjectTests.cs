using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Identity;

public sealed class ProjectTests
{
    [Theory]
    [InlineData("", 2)]
    [InlineData("?name=emulator", 1)]
    [InlineData("?name=emul", 0)]
    [InlineData("?enabled=true", 2)]
    [InlineData("?enabled=false", 0)]
    [InlineData("?domain_id=other", 0)]
    public async Task Projects_are_filtered_by_exact_name(string query, int expected)
    {
        using TestService service = new();

        JsonNode response = (await service.GetAsync("/v3/projects" + query)).Ok();

        Assert.Equal(expected, response["projects"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("is_domain=false", 2)]
    [InlineData("is_domain=true", 0)]
    [InlineData("parent_id=other", 0)]
    public async Task Projects_are_filtered_by_the_SDK_parameters(string query, int expected)
    {
        using TestService service = new();

        JsonNode response = (await service.ConnectUnchecked().AskAsync("/v3/projects?" + query)).Ok();

        Assert.Equal(expected, response["projects"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("enabled=1.5")]
    [InlineData("is_domain=no")]
    public async Task Boolean_filter_with_another_value_is_rejected(string query)
    {
        using TestService service = new();

        Assert.Equal(400, (await service.ConnectUnchecked().AskAsync("/v3/projects?name=emulator&" + query)).Status);
    }

    [Fact]
    public async Task Account_is_found_by_credentials()
    {
        using TestService service = new();
        JsonNode project = (await service.GetAsync("/v3/projects")).Ok()["projects"]![0]!;

        Response response = await service.ConnectUnchecked().AskAsync("/v3/auth/domains");

        JsonNode account = Assert.Single(response.Ok()["domains"]!.AsArray())!;
        Assert.Equal((string?)project["domain_id"], (string?)account["id"]);
        Assert.Equal(service.Emulator.DomainName, (string?)account["name"]);
        Assert.Equal("http://emulator.test/v3/auth/domains", (string?)response.Json!["links"]!["self"]);
        Assert.NotEmpty(response.Header("X-IAM-Trace-Id")!);
        (await service.ConnectUnsigned().AskAsync("/v3/auth/domains")).Rejected(401, "APIGW.0301");
    }

    [Fact]
    public async Task Project_is_found_by_region()
    {
        using TestService service = new(options => options.Region = "cn-north-4");

        JsonNode project = Assert.Single((await service.GetAsync("/v3/projects?name=cn-north-4")).Ok()["projects"]!.AsArray())!;

        Assert.Equal(service.Project, (string?)project["id"]);
        Assert.StartsWith("token_cn-north-4_", (await service.GetAsync("/v3/projects?name=nothing")).Header("X-IAM-Trace-Id"));
        Assert.Null((await service.GetAsync("/v2/available-zones")).Header("X-IAM-Trace-Id"));
    }

    [Fact]
    public async Task Links_connect_all_pages()
    {
        using TestService service = new();
        List<string> names = [];
        string? next = "/v3/projects?per_page=1&enabled=true";

        while (next is not null)
        {
            JsonNode page = (await service.GetAsync(next)).Ok();
            names.Add((string)Assert.Single(page["projects"]!.AsArray())!["name"]!);
            next = (string?)page["links"]!["next"];
        }

        Assert.Equal(["emulator", "emulator_analytics"], names);
    }

    [Theory]
    [InlineData("?page=0")]
    [InlineData("?per_page=5001")]
    [InlineData("?page=two")]
    public async Task Page_out_of_range_is_rejected(string query)
    {
        using TestService service = new();

        (await service.ConnectUnchecked().AskAsync("/v3/projects" + query)).Rejected(400, "IAM.0007");
    }

    [Theory]
    [InlineData("0123", 400, "DMS.00400002")]
    [InlineData("0123456789abcdef0123456789abcdef", 403, "DMS.00403007")]
    public async Task Malformed_or_foreign_project_is_rejected(string project, int status, string code)
    {
        using TestService service = new();

        (await service.GetAsync($"/v2/{project}/instances?engine=kafka")).Rejected(status, code);
    }
}
