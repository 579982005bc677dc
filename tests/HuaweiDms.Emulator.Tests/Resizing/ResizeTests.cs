using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Resizing;

public sealed class ResizeTests
{
    [Fact]
    public async Task Resize_takes_effect_when_its_task_ends()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-dev");
        string path = $"/v2/kafka/{{project_id}}/instances/{id}/extend";

        string? job = (string?)(await service.PostAsync(path, """{"oper_type":"storage","new_storage_space":600}""")).Ok()["job_id"];

        Assert.Equal("EXTENDING", await service.StatusOfAsync(id));
        Assert.Equal(300, (int)(await service.GetAsync("/v2/{project_id}/instances/" + id)).Ok()["total_storage_space"]!);
        (await service.PostAsync(path, """{"oper_type":"storage","new_storage_space":900}""")).Rejected(400, "DMS.00400026");

        service.Clock.Advance(TimeSpan.FromMinutes(30));
        JsonNode after = (await service.GetAsync("/v2/{project_id}/instances/" + id)).Ok();
        Assert.Equal(("RUNNING", 600, 1), ((string?)after["status"], (int)after["total_storage_space"]!, (int)after["extend_times"]!));
        Assert.Equal("SUCCESS", (string?)(await service.GetAsync($"/v2/{{project_id}}/instances/{id}/tasks/{job}")).Ok()["tasks"]![0]!["status"]);
    }

    [Fact]
    public async Task Resize_fails_for_an_instance_whose_name_starts_with_fail()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-dev");
        (await service.PutAsync("/v2/{project_id}/instances/" + id, """{"name":"fail-later"}""")).NoContent();

        (await service.PostAsync($"/v2/kafka/{{project_id}}/instances/{id}/extend", """{"oper_type":"storage","new_storage_space":600}""")).Ok();
        service.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal("EXTENDEDFAILED", await service.StatusOfAsync(id));
        Assert.Equal(300, (int)(await service.GetAsync("/v2/{project_id}/instances/" + id)).Ok()["total_storage_space"]!);
    }

    /// <summary>For an unknown product, only the overall maximum is known (5.1.1). Larger numbers would overflow.</summary>
    [Fact]
    public async Task Storage_of_an_unknown_product_is_limited()
    {
        string state = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        using (TestService first = new(options => options.Path = state))
            await first.CreateAsync("kafka-new");
        await File.WriteAllTextAsync(
            state,
            (await File.ReadAllTextAsync(state, TestContext.Current.CancellationToken)).Replace("c6.2u4g.cluster", "nothing", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        using TestService service = new(options => options.Path = state);
        string id = await service.IdOfAsync("kafka-new");
        service.Clock.Advance(TimeSpan.FromMinutes(30));
        string path = $"/v2/kafka/{{project_id}}/instances/{id}/extend";

        (await service.PostAsync(path, """{"oper_type":"storage","new_storage_space":2100000000}""")).Rejected(400, "DMS.00400500");
        (await service.PostAsync(path, """{"oper_type":"storage","new_storage_space":1500000}""")).Ok();
        File.Delete(state);
    }

    [Fact]
    public async Task Storage_extended_more_than_20_times_cannot_be_extended_again()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-dev");
        string path = $"/v2/kafka/{{project_id}}/instances/{id}/extend";
        static string Order(int times) => $$"""{"oper_type":"storage","new_storage_space":{{300 + (300 * times)}}}""";
        for (int times = 1; times <= 21; times++)
        {
            (await service.PostAsync(path, Order(times))).Ok();
            service.Clock.Advance(TimeSpan.FromMinutes(30));
        }

        (await service.PostAsync(path, Order(22))).Rejected(400, "DMS.00400124");
        Assert.Equal(21, (int)(await service.GetAsync("/v2/{project_id}/instances/" + id)).Ok()["extend_times"]!);
        (await service.PostAsync(path, """{"oper_type":"horizontal","new_storage_space":8800,"new_broker_num":4}""")).Ok();
    }

    [Theory]
    [InlineData("""{"oper_type":"storage","new_storage_space":300}""", "DMS.00400500")]
    [InlineData("""{"oper_type":"storage","new_storage_space":400}""", "DMS.00400500")]
    [InlineData("""{"oper_type":"storage","new_storage_space":601}""", "DMS.00400500")]
    [InlineData("""{"oper_type":"storage","new_storage_space":30003}""", "DMS.00400500")]
    [InlineData("""{"oper_type":"storage"}""", "DMS.00400085")]
    [InlineData("""{"oper_type":"horizontal","new_storage_space":300,"new_broker_num":3}""", "DMS.00400085")]
    [InlineData("""{"oper_type":"horizontal","new_storage_space":3100,"new_broker_num":31}""", "DMS.00400085")]
    [InlineData("""{"oper_type":"horizontal","new_storage_space":500,"new_broker_num":4}""", "DMS.00400500")]
    [InlineData("""{"oper_type":"horizontal","new_storage_space":400,"new_broker_num":4,"publicip_id":"a"}""", "DMS.00400128")]
    [InlineData("""{"oper_type":"horizontal","new_storage_space":400,"new_broker_num":4,"tenant_ips":["ten"]}""", "DMS.00400085")]
    [InlineData("""{"oper_type":"horizontal","new_storage_space":500,"new_broker_num":5,"tenant_ips":["10.0.0.1","10.0.0.1"]}""", "DMS.00400085")]
    [InlineData("""{"oper_type":"vertical","new_product_id":"c6.2u4g.cluster"}""", "DMS.00400009")]
    [InlineData("""{"oper_type":"vertical"}""", "DMS.00400009")]
    [InlineData("""{"oper_type":"smaller"}""", "DMS.00400085")]
    public async Task Invalid_resize_is_rejected_and_changes_nothing(string body, string code)
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-dev");

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path($"/v2/kafka/{{project_id}}/instances/{id}/extend"), body)).Rejected(400, code);

        Assert.Equal("RUNNING", await service.StatusOfAsync(id));
    }

    [Fact]
    public async Task New_brokers_get_addresses()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");
        (await service.PostAsync(
            $"/v2/kafka/{{project_id}}/instances/{id}/extend",
            """{"oper_type":"horizontal","new_storage_space":2500,"new_broker_num":5,"publicip_id":"a,b","tenant_ips":["192.168.9.9"]}""")).Ok();
        service.Clock.Advance(TimeSpan.FromMinutes(30));

        JsonNode after = (await service.GetAsync("/v2/{project_id}/instances/" + id)).Ok();

        Assert.Equal(5, ((string)after["connect_address"]!).Split(',').Distinct().Count());
        Assert.Contains("192.168.9.9", (string)after["connect_address"]!, StringComparison.Ordinal);
        Assert.Equal(5, ((string)after["public_connect_address"]!).Split(',').Distinct().Count());
    }
}
