using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Instances;

public sealed class ShowTests
{
    [Fact]
    public async Task Detail_uses_the_wire_formats()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");

        JsonNode shown = (await service.GetAsync("/v2/{project_id}/instances/" + id)).Ok();

        Assert.Equal("RUNNING", (string?)shown["status"]);
        Assert.Matches(@"^\d{13}$", (string?)shown["created_at"]);
        Assert.Matches(@"^\d+$", (string?)shown["partition_num"]);
        Assert.Matches(@"^\d\d:\d\d:\d\d$", (string?)shown["maintain_begin"]);
        JsonObject crossVpc = JsonNode.Parse((string)shown["cross_vpc_info"]!)!.AsObject();
        Assert.Equal(((string)shown["connect_address"]!).Split(','), crossVpc.Select(entry => entry.Key));
        Assert.Equal("9011", (string?)crossVpc.First().Value!["port"]);
        JsonObject ports = shown["port_protocols"]!.AsObject();
        Assert.True((bool)ports["private_sasl_ssl_enable"]!);
        Assert.EndsWith(":9093", (string?)ports["private_sasl_ssl_address"]);
        Assert.Equal("", (string?)ports["private_plain_address"]);
        Assert.EndsWith(":9095", (string?)shown["public_connect_address"]);
    }

    [Fact]
    public async Task List_shows_the_cross_VPC_port_as_a_number()
    {
        using TestService service = new();

        JsonNode first = (await service.ListAsync())[0]!;

        Assert.Equal(9011, (int)JsonNode.Parse((string)first["cross_vpc_info"]!)!.AsObject().First().Value!["port"]!);
    }

    [Fact]
    public async Task List_shows_the_same_access_modes_as_the_detail()
    {
        using TestService service = new();

        JsonNode listed = Assert.Single(await service.ListAsync("&name=kafka-prod&exact_match_name=true"))!;
        JsonNode shown = (await service.GetAsync("/v2/{project_id}/instances/" + listed["instance_id"])).Ok();

        Assert.Equal(12, listed["port_protocols"]!.AsObject().Count);
        Assert.True(JsonNode.DeepEquals(shown["port_protocols"], listed["port_protocols"]));
    }

    [Fact]
    public async Task Path_with_the_engine_shows_the_same()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-dev");

        Response plain = await service.GetAsync("/v2/{project_id}/instances/" + id);
        Response withEngine = await service.GetAsync("/v2/kafka/{project_id}/instances/" + id);

        Assert.Equal(plain.Text, withEngine.Text);
        Assert.Equal("ShowInstanceWithEngine", service.Emulator.Requests[^1].Operation);
    }

    [Fact]
    public async Task Unknown_instance_is_not_found()
    {
        using TestService service = new();

        (await service.GetAsync("/v2/{project_id}/instances/" + Guid.Empty)).Rejected(404, "DMS.00404022");
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("1")]
    [InlineData("%2e%2e")]
    [InlineData("54602a9d5e2242399123" + "77e350df4a34")]
    public async Task Id_that_is_not_a_UUID_is_rejected(string id)
    {
        using TestService service = new();

        (await service.GetAsync("/v2/{project_id}/instances/" + id.Replace("%2e", "%252e"))).Rejected(400, "DMS.00400030");
    }

    [Fact]
    public async Task Id_is_case_insensitive()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-dev");

        (await service.GetAsync("/v2/{project_id}/instances/" + id.ToUpperInvariant())).Ok();
    }
}
