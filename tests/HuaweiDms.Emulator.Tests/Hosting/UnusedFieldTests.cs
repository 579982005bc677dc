namespace HuaweiDms.Emulator.Tests.Hosting;

/// <summary>
/// A field must have the right type even if the request does not use it, because a service that deserializes the whole body
/// would reject it.
/// </summary>
public sealed class UnusedFieldTests
{
    private const string Instance = "/v2/{project_id}/instances/{id}";

    [Theory]
    [InlineData("POST", "/v2/{project_id}/instances/action", """{"action":"delete","all_failure":"kafka","instances":[1]}""", "DMS.00400085")]
    [InlineData("POST", "/v2/kafka/{project_id}/instances/{id}/extend", """{"oper_type":"storage","new_storage_space":600,"tenant_ips":"10.0.0.1"}""", "DMS.00400085")]
    [InlineData("POST", "/v2/kafka/{project_id}/instances/{id}/extend", """{"oper_type":"vertical","new_product_id":"c6.4u8g.cluster","new_broker_num":"4"}""", "DMS.00400085")]
    [InlineData("POST", "/v2/{project_id}/kafka/instances/{id}/plain-ssl-switch", """{"protocol":"private_plain_enable","enable":true,"pass_word":[]}""", "DMS.00400085")]
    [InlineData("PUT", "/v2/kafka/{project_id}/instances/{id}/groups/billing", """{"group_name":{},"group_desc":"d"}""", "DMS.00400085")]
    [InlineData("GET", Instance + "/messages?topic=orders&start_time=0&end_time=1&asc=0", null, "DMS.00400062")]
    [InlineData("GET", Instance + "/messages?topic=orders&partition=0&message_offset=1000&download=yes", null, "DMS.00400062")]
    public async Task Field_of_the_wrong_type_is_rejected_even_if_unused(string method, string path, string? body, string code)
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-dev");

        Response response = await service.ConnectUnchecked().AskAsync(new(method), service.Path(path).Replace("{id}", id, StringComparison.Ordinal), body);

        response.Rejected(400, code);
        Assert.Equal(2, (await service.ListAsync("&status=CREATEFAILED&include_failure=true")).Count);
        Assert.Equal("RUNNING", await service.StatusOfAsync(id));
    }

    [Fact]
    public async Task Fifty_one_instances_are_too_many_even_with_all_failure()
    {
        using TestService service = new();
        string ids = string.Join(',', Enumerable.Range(0, 51).Select(static _ => $"\"{Guid.NewGuid()}\""));

        Response response = await service.ConnectUnchecked().AskAsync(
            HttpMethod.Post, service.Path("/v2/{project_id}/instances/action"), $$"""{"action":"delete","all_failure":"kafka","instances":[{{ids}}]}""");

        response.Rejected(400, "DMS.00400100");
    }

    [Fact]
    public async Task Login_without_SASL_is_ignored_but_must_have_the_right_type()
    {
        using TestService service = new();
        string path = service.Path("/v2/kafka/{project_id}/instances");

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, path, TestService.Order("kafka-new", ",\"password\":7"))).Rejected(400, "DMS.00400085");
        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, path, TestService.Order("kafka-new", ",\"password\":\"weak\""))).Ok();
    }
}
