using System.Globalization;
using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Users;

public sealed class UserTests
{
    [Fact]
    public async Task Default_user_is_listed_first_with_its_own_role()
    {
        using TestService service = new();
        string id = await service.CreateAsync("kafka-sasl", """
            ,"ssl_enable":true,"access_user":"first-user","password":"Secret-Word-1"
            """);

        JsonNode first = Assert.Single((await service.GetAsync(Users(id))).Ok()["users"]!.AsArray())!;

        Assert.Equal(("first-user", true), ((string?)first["user_name"], (bool?)first["default_app"]));
        Assert.NotEqual("guest", (string?)first["role"]);
        Assert.Equal("first-user", (string?)(await service.GetAsync("/v2/{project_id}/instances/" + id)).Ok()["access_user"]);
    }

    [Fact]
    public async Task Users_are_deleted_all_or_none()
    {
        using TestService service = new();
        string path = Users(await service.IdOfAsync("kafka-prod"));

        (await service.PutAsync(path, """{"action":"delete","users":["billing","nobody"]}""")).Rejected(404, "DMS.00404000");
        (await service.PutAsync(path, """{"action":"delete","users":["billing","app-user"]}""")).Rejected(400, "DMS.00400062");
        Assert.Equal(["app-user", "orders-writer", "billing", "reporting"], await NamesAsync(service, path));

        (await service.PutAsync(path, """{"action":"delete","users":["billing","reporting"]}""")).NoContent();
        Assert.Equal(["app-user", "orders-writer"], await NamesAsync(service, path));
    }

    [Theory]
    [InlineData("""{"user_name":"abc","user_passwd":"Secret-Word-1"}""", "DMS.00400015")]
    [InlineData("""{"user_name":"1abcd","user_passwd":"Secret-Word-1"}""", "DMS.00400015")]
    [InlineData("""{"user_passwd":"Secret-Word-1"}""", "DMS.00400015")]
    [InlineData("""{"user_name":"somebody"}""", "DMS.00400012")]
    [InlineData("""{"user_name":"somebody","user_passwd":"onlylowercase"}""", "DMS.00400012")]
    [InlineData("""{"user_name":"Some-Body1","user_passwd":"Some-Body1"}""", "DMS.00400012")]
    [InlineData("""{"user_name":"billing","user_passwd":"Secret-Word-1"}""", "DMS.00400062")]
    public async Task Invalid_user_is_rejected(string body, string code)
    {
        using TestService service = new();
        string path = service.Path(Users(await service.IdOfAsync("kafka-prod")));

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, path, body)).Rejected(400, code);
    }

    [Theory]
    [InlineData("GET", "", null)]
    [InlineData("POST", "", """{"user_name":"somebody","user_passwd":"Secret-Word-1"}""")]
    [InlineData("PUT", "", """{"action":"delete","users":["a"]}""")]
    [InlineData("PUT", "/somebody", """{"new_password":"Secret-Word-1"}""")]
    public async Task Users_require_SASL(string method, string more, string? body)
    {
        using TestService service = new();

        Response response = await service.SendAsync(new HttpMethod(method), Users(await service.IdOfAsync("kafka-dev")) + more, body);

        response.Rejected(400, "DMS.00400971");
    }

    [Fact]
    public async Task Passwords_are_validated_but_not_stored()
    {
        using TestService service = new();
        string path = Users(await service.IdOfAsync("kafka-prod"));

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Put, service.Path(path) + "/billing", """{"new_password":"short"}""")).Rejected(400, "DMS.00400012");
        (await service.PutAsync(path + "/nobody", """{"new_password":"Secret-Word-1"}""")).Rejected(404, "DMS.00404000");
        (await service.PutAsync(path + "/billing", """{"new_password":"Secret-Word-1"}""")).NoContent();
    }

    /// <summary>5.7.2 forbids the user name as a password; 5.7.4 and 5.7.5 also forbid the reversed name.</summary>
    [Fact]
    public async Task Only_a_password_reset_rejects_the_reversed_name()
    {
        using TestService service = new();
        string path = Users(await service.IdOfAsync("kafka-prod"));

        (await service.PostAsync(path, """{"user_name":"Some-Body1","user_passwd":"1ydoB-emoS"}""")).NoContent();
        (await service.PutAsync(path + "/Some-Body1", """{"new_password":"1ydoB-emoS"}""")).Rejected(400, "DMS.00400012");
    }

    [Fact]
    public async Task Description_can_be_changed_but_not_the_name()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");
        string path = $"/v2/kafka/{{project_id}}/instances/{id}/users/billing";

        (await service.PutAsync(path, """{"user_name":"billing","user_desc":"x"}""")).NoContent();
        (await service.PutAsync(path, """{"user_name":"other-name"}""")).Rejected(400, "DMS.00400085");

        JsonNode billing = (await service.GetAsync(Users(id))).Ok()["users"]![2]!;
        Assert.Equal(("billing", "x"), ((string?)billing["user_name"], (string?)billing["user_desc"]));
    }

    [Fact]
    public async Task User_501_is_rejected()
    {
        using TestService service = new();
        string path = Users(await service.IdOfAsync("kafka-prod-orders"));
        for (int number = 1; number < 500; number++)
            await service.PostAsync(path, $$"""{"user_name":"user-{{number.ToString(CultureInfo.InvariantCulture)}}","user_passwd":"Secret-Word-1"}""");

        (await service.PostAsync(path, """{"user_name":"one-more","user_passwd":"Secret-Word-1"}""")).Rejected(400, "DMS.00400039");
        Assert.Equal(500, (await NamesAsync(service, path)).Count());
    }

    [Fact]
    public async Task Users_remain_when_SASL_is_disabled_and_enabled_again()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod-orders");
        string path = $"/v2/{{project_id}}/kafka/instances/{id}/plain-ssl-switch";
        await service.PostAsync(Users(id), """{"user_name":"somebody","user_passwd":"Secret-Word-1"}""");

        (await service.PostAsync(path, """{"protocol":"private_plain_enable","enable":true}""")).Ok();
        (await service.PostAsync(path, """{"protocol":"private_sasl_ssl_enable","enable":false}""")).Ok();
        (await service.GetAsync(Users(id))).Rejected(400, "DMS.00400971");
        (await service.PostAsync(path, """{"protocol":"private_sasl_ssl_enable","enable":true}""")).Ok();

        Assert.Equal(["app-user", "somebody"], await NamesAsync(service, Users(id)));
    }

    private static string Users(string id) => $"/v2/{{project_id}}/instances/{id}/users";

    private static async Task<IEnumerable<string>> NamesAsync(TestService service, string path)
        => (await service.GetAsync(path)).Ok()["users"]!.AsArray().Select(static user => (string)user!["user_name"]!);
}
