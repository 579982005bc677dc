using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Identity;

public sealed class TokenTests
{
    [Fact]
    public async Task Project_token_is_valid_for_a_day()
    {
        using TestService service = new();
        Response issued = await SignInAsync(service, $$$"""{"project":{"name":"{{{service.Emulator.Region}}}"}}""");
        string token = issued.Header("X-Subject-Token")!;

        Assert.Equal(201, issued.Status);
        Assert.Equal(service.Project, (string?)issued.Json!["token"]!["project"]!["id"]);
        Assert.Equal(service.Clock.UtcNow.AddHours(24), DateTimeOffset.Parse((string)issued.Json["token"]!["expires_at"]!, null));
        (await ListAsync(service, token)).Ok();
        service.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        (await ListAsync(service, token)).Ok();
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        (await ListAsync(service, token)).Rejected(401, "APIGW.0307");
    }

    [Fact]
    public async Task Project_can_be_given_by_id()
    {
        using TestService service = new();

        Response issued = await SignInAsync(service, $$$"""{"project":{"id":"{{{service.Project}}}"}}""");

        (await ListAsync(service, issued.Header("X-Subject-Token")!)).Ok();
    }

    [Fact]
    public async Task Token_without_a_project_gives_access_to_the_account_only()
    {
        using TestService service = new();
        string token = (await SignInAsync(service, scope: null)).Header("X-Subject-Token")!;

        (await ListAsync(service, token)).Rejected(403, "DMS.00403007");
        (await service.ConnectUnsigned().AskAsync("/v3/projects", ("X-Auth-Token", token))).Ok();
    }

    [Fact]
    public async Task Token_is_limited_to_its_project_but_a_signature_is_not()
    {
        using TestService service = new();
        string token = (await SignInAsync(service, """{"project":{"name":"emulator_analytics"}}""")).Header("X-Subject-Token")!;
        string other = (string)(await service.GetAsync("/v3/projects?name=emulator_analytics")).Ok()["projects"]![0]!["id"]!;

        (await ListAsync(service, token)).Rejected(403, "DMS.00403007");
        (await service.ConnectUnsigned().AskAsync($"/v2/{other}/instances?engine=kafka", ("X-Auth-Token", token))).Ok();
        (await service.GetAsync($"/v2/{other}/instances?engine=kafka")).Ok();
    }

    [Fact]
    public async Task Invalid_token_is_rejected_even_with_a_valid_signature()
    {
        using TestService service = new();

        (await ListAsync(service, "MIIinvented")).Rejected(401, "APIGW.0307");
    }

    [Theory]
    [InlineData("emulator-user", "wrong", "emulator-domain")]
    [InlineData("nobody", "Emulator-Password-1", "emulator-domain")]
    [InlineData("emulator-user", "Emulator-Password-1", "elsewhere")]
    public async Task Wrong_name_and_wrong_password_get_the_same_error(string user, string password, string domain)
    {
        using TestService service = new();

        Response response = await service.PostAsync("/v3/auth/tokens", Body(user, password, domain, """{"project":{"name":"emulator"}}"""));

        response.Rejected(401, "IAM.0001");
        Assert.Null(response.Header("X-Subject-Token"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"auth":{}}""")]
    [InlineData("""{"auth":{"identity":{"methods":["totp"]}}}""")]
    [InlineData("""{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"emulator-user","password":"x"}}}}}""")]
    [InlineData("""{"auth":{"identity":{"methods":["password"],"password":{"user":{"password":"x"}}}}}""")]
    public async Task Incomplete_sign_in_is_rejected(string body)
    {
        using TestService service = new();

        (await service.ConnectUnsigned().AskAsync(HttpMethod.Post, "/v3/auth/tokens", body)).Rejected(400, "IAM.0011");
    }

    [Fact]
    public async Task Unknown_project_in_the_scope_is_rejected()
    {
        using TestService service = new();

        (await SignInAsync(service, """{"project":{"name":"elsewhere"}}""")).Rejected(401, "IAM.0001");
    }

    [Fact]
    public async Task Sign_in_does_not_count_as_a_change()
    {
        using TestService service = new();

        await SignInAsync(service, """{"project":{"name":"emulator"}}""");

        Assert.False(Assert.Single(service.Emulator.Requests).Changing);
    }

    private static Task<Response> SignInAsync(TestService service, string? scope)
        => service.ConnectUnsigned().AskAsync(
            HttpMethod.Post, "/v3/auth/tokens",
            Body(service.Emulator.UserName, service.Emulator.Password, service.Emulator.DomainName, scope));

    private static Task<Response> ListAsync(TestService service, string token)
        => service.ConnectUnsigned().AskAsync(service.Path("/v2/{project_id}/instances?engine=kafka"), ("X-Auth-Token", token));

    private static string Body(string user, string password, string domain, string? scope)
    {
        JsonObject auth = new()
        {
            ["identity"] = JsonNode.Parse(
                $$$"""
                {"methods":["password"],"password":{"user":{"name":"{{{user}}}","password":"{{{password}}}","domain":{"name":"{{{domain}}}"} } } }
                """),
        };
        if (scope is not null)
            auth["scope"] = JsonNode.Parse(scope);
        return new JsonObject { ["auth"] = auth }.ToJsonString();
    }
}
