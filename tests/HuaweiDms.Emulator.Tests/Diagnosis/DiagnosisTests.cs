using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Diagnosis;

public sealed class DiagnosisTests
{
    private const string Order = """{"group_name":"billing","topic_name":"orders"}""";

    [Fact]
    public async Task Diagnosis_takes_time_and_then_has_a_report()
    {
        using TestService service = new();
        string path = await PathAsync(service);

        string report = (string)(await service.PostAsync(path + "message-diagnosis-tasks", Order)).Ok()["report_id"]!;
        Assert.Equal("diagnosing", await StatusAsync(service, path));
        Assert.Empty((await service.GetAsync(path + "message-diagnosis/" + report)).Ok()["diagnosis_dimension_list"]!.AsArray());

        service.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("finished", await StatusAsync(service, path));
        JsonNode lag = (await service.GetAsync(path + "message-diagnosis/" + report)).Ok()["diagnosis_dimension_list"]![1]!["diagnosis_item_list"]![1]!;
        Assert.Equal(("lag", "abnormal"), ((string?)lag["name"], (string?)lag["result"]));
    }

    [Fact]
    public async Task One_diagnosis_runs_per_instance_and_several_across_instances()
    {
        using TestService service = new();
        string path = await PathAsync(service);

        (await service.PostAsync(path + "message-diagnosis-tasks", Order)).Ok();
        (await service.PostAsync(path + "message-diagnosis-tasks", """{"group_name":"billing","topic_name":"payments"}""")).Rejected(400, "DMS.00400017");
        (await service.PostAsync(await PathAsync(service, "kafka-staging") + "message-diagnosis-tasks", Order)).Ok();
    }

    [Theory]
    [InlineData("""{"group_name":"nobody","topic_name":"orders"}""", 400, "DMS.111400864")]
    [InlineData("""{"group_name":"billing","topic_name":"nothing"}""", 400, "DMS.00400876")]
    [InlineData("""{"group_name":"fulfilment","topic_name":"orders"}""", 400, "DMS.50050004")]
    [InlineData("""{"group_name":"billing","topic_name":"clicks"}""", 400, "DMS.00400062")]
    [InlineData("""{"topic_name":"clicks"}""", 400, "DMS.00400085")]
    public async Task Invalid_diagnosis_is_rejected(string order, int status, string code)
    {
        using TestService service = new();
        string path = await PathAsync(service);

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, service.Path(path) + "message-diagnosis-tasks", order)).Rejected(status, code);

        Assert.Equal(0, (int)(await service.GetAsync(path + "message-diagnosis-tasks")).Ok()["total_num"]!);
    }

    [Fact]
    public async Task Reports_are_deleted_independently_but_not_while_in_progress()
    {
        using TestService service = new();
        string path = await PathAsync(service) + "message-diagnosis-tasks";
        string report = (string)(await service.PostAsync(path, Order)).Ok()["report_id"]!;

        Assert.Equal(["false", "false"], await DeleteAsync(service, path, report, "nope"));
        service.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(["false", "true"], await DeleteAsync(service, path, "nope", report));

        (await service.GetAsync(path.Replace("-tasks", "/", StringComparison.Ordinal) + report)).Rejected(404, "DMS.00404000");
    }

    [Fact]
    public async Task Check_of_a_group_without_members_lists_its_partitions()
    {
        using TestService service = new();

        JsonArray checks = JsonNode.Parse((await service.GetAsync(await PathAsync(service) + "diagnosis-check?group=reporting&topic=audit-log")).Text)!.AsArray();

        Assert.Equal("0,1,2", (string?)checks[2]!["reason"]);
        Assert.Equal("""{ "0":24, "1":24, "2":24 }""", (string?)checks[3]!["reason"]);
        Assert.Equal([true, true, false, false, true], checks.Select(check => (bool)check!["success"]!));
    }

    private static async Task<string> PathAsync(TestService service, string name = "kafka-prod")
        => $"/v2/{{project_id}}/kafka/instances/{await service.IdOfAsync(name)}/";

    private static async Task<string?> StatusAsync(TestService service, string path)
        => (string?)(await service.GetAsync(path + "message-diagnosis-tasks?offset=0&limit=10")).Ok()["report_list"]![0]!["status"];

    private static async Task<IEnumerable<string>> DeleteAsync(TestService service, string path, params string[] ids)
    {
        string body = $$"""{"report_id_list":["{{string.Join("\",\"", ids)}}"]}""";
        return (await service.SendAsync(HttpMethod.Delete, path, body)).Ok()["results"]!.AsArray().Select(static result => (string)result!["result"]!);
    }
}
