using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.ConsumerGroups;

/// <summary>Consumer groups and their offsets (5.6).</summary>
public sealed class GroupTests
{
    [Fact]
    public async Task List_has_lag_and_state_and_filters_by_part_of_the_name()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");

        JsonNode list = (await service.GetAsync($"/v2/{{project_id}}/instances/{id}/groups?group=fulf")).Ok();

        Assert.Equal((1, "fulfilment"), ((int)list["total"]!, (string?)Assert.Single(list["groups"]!.AsArray())!["group_id"]));
        list = (await service.GetAsync($"/v2/{{project_id}}/instances/{id}/groups?offset=1&limit=1")).Ok();
        Assert.Equal((3, "fulfilment", "EMPTY", 54), ((int)list["total"]!, (string?)list["groups"]![0]!["group_id"], (string?)list["groups"]![0]!["state"], (int)list["groups"]![0]!["lag"]!));
        Assert.Empty((await service.GetAsync($"/v2/{{project_id}}/instances/{id}/groups?offset=3")).Ok()["groups"]!.AsArray());
    }

    [Fact]
    public async Task Only_the_older_list_filters_by_topic()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");

        Assert.Equal(1, (int)(await service.GetAsync($"/v2/kafka/{{project_id}}/instances/{id}/groups?topic=payments")).Ok()["total"]!);
        Assert.Equal(3, (int)(await service.ConnectUnchecked().AskAsync(HttpMethod.Get, service.Path($"/v2/{{project_id}}/instances/{id}/groups?topic=payments"), null)).Ok()["total"]!);
    }

    [Theory]
    [InlineData("/v2/{project_id}/instances/{id}/management/groups/{group}", true)]
    [InlineData("/v2/kafka/{project_id}/instances/{id}/groups/{group}", false)]
    public async Task Both_forms_show_members_and_offsets_and_a_missing_group_as_dead(string path, bool isNested)
    {
        using TestService service = new();
        string target = path.Replace("{id}", await service.IdOfAsync("kafka-prod"), StringComparison.Ordinal);

        JsonNode response = (await service.GetAsync(target.Replace("{group}", "billing", StringComparison.Ordinal))).Ok();
        JsonNode group = isNested ? response["group"]! : response;
        Assert.Equal(isNested, response["group"] is not null);
        Assert.Equal(("billing", "STABLE", "/192.168.8.10"), ((string?)group["group_id"], (string?)group["state"], (string?)group["members"]![0]!["host"]));
        Assert.Equal(isNested, group["members"]![0]!["assignment"] is not null);
        Assert.Equal(9, group["group_message_offsets"]!.AsArray().Count);

        response = (await service.GetAsync(target.Replace("{group}", "nobody", StringComparison.Ordinal))).Ok();
        group = isNested ? response["group"]! : response;
        Assert.Equal(("nobody", "DEAD", 0), ((string?)group["group_id"], (string?)group["state"], group["group_message_offsets"]!.AsArray().Count));
    }

    [Fact]
    public async Task Group_is_created_once_with_a_bare_word_response_and_deleted_only_without_members()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");
        string create = $"/v2/{{project_id}}/kafka/instances/{id}/group";
        string group = $"/v2/kafka/{{project_id}}/instances/{id}/groups/";

        Response created = await service.PostAsync(create, """{"group_name":"new"}""");
        Assert.Equal((200, "success"), (created.Status, created.Text));
        (await service.PostAsync(create, """{"group_name":"new"}""")).Rejected(400, "DMS.10240018");
        (await service.PostAsync(create, """{"group_name":"two words"}""")).Rejected(400, "DMS.10240016");

        Response changed = await service.PutAsync(group + "new", """{"group_desc":"changed"}""");
        Assert.Equal((200, ""), (changed.Status, changed.Text));
        Assert.Equal("changed", (string?)(await service.GetAsync($"/v2/{{project_id}}/instances/{id}/groups?group=new")).Ok()["groups"]![0]!["group_desc"]);

        Assert.Equal(200, (await service.DeleteAsync(group + "new")).Status);
        (await service.DeleteAsync(group + "new")).Rejected(400, "DMS.111400864");
        (await service.DeleteAsync(group + "billing")).Rejected(400, "DMS.111400867");
    }

    [Theory]
    [InlineData("""{"group_name":"fulfilment","group_desc":"x"}""", "SUCCESS")]
    [InlineData("""{"groups":[{"group_name":"fulfilment","group_desc":"x"},{"group_name":"billing","group_desc":"y"}]}""", "SUCCESS")]
    [InlineData("""{"groups":[{"group_name":"nobody","group_desc":"y"},{"group_name":"fulfilment","group_desc":"x"}]}""", "FAILED")]
    public async Task Changing_one_or_several_groups_creates_a_task(string body, string status)
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");
        string path = service.Path($"/v2/kafka/{{project_id}}/instances/{id}/groups");
        string task = (string)(await service.ConnectUnchecked().AskAsync(HttpMethod.Put, path, body)).Ok()["job_id"]!;
        JsonNode list = (await service.GetAsync($"/v2/{{project_id}}/instances/{id}/groups?group=fulfilment")).Ok();
        Assert.Equal("x", (string?)list["groups"]![0]!["group_desc"]);
        service.Clock.Advance(TimeSpan.FromMinutes(10));
        JsonNode tasks = (await service.GetAsync($"/v2/{{project_id}}/instances/{id}/tasks/{task}")).Ok();
        Assert.Equal(status, (string?)tasks["tasks"]![0]!["status"]);
    }

    [Fact]
    public async Task Empty_list_of_groups_is_rejected()
    {
        using TestService service = new();
        string path = service.Path($"/v2/kafka/{{project_id}}/instances/{await service.IdOfAsync("kafka-prod")}/groups");
        (await service.ConnectUnchecked().AskAsync(HttpMethod.Put, path, """{"groups":[]}""")).Rejected(400, "DMS.00400085");
    }

    [Fact]
    public async Task Batch_deletion_reports_failed_groups()
    {
        using TestService service = new();
        string path = $"/v2/{{project_id}}/instances/{await service.IdOfAsync("kafka-prod")}/groups/batch-delete";

        JsonNode response = (await service.PostAsync(path, """{"group_ids":["billing","reporting","nobody"]}""")).Ok();

        Assert.Equal(["billing NON_EMPTY_GROUP", "nobody GROUP_ID_NOT_FOUND"], response["failed_groups"]!.AsArray().Select(failed => $"{failed!["group_id"]} {failed["error_message"]}"));
        Assert.Equal(2, (int)response["total"]!);
        (await service.PostAsync(path, """{"group_ids":[]}""")).Rejected(400, "DMS.00400085");
    }

    [Theory]
    [InlineData("members", "&limit=1")]
    [InlineData("topics", "")]
    public async Task Page_past_the_end_of_members_or_topics_is_rejected(string list, string more)
    {
        using TestService service = new();
        string path = $"/v2/kafka/{{project_id}}/instances/{await service.IdOfAsync("kafka-prod")}/groups/billing/{list}";

        Assert.Equal(2, (int)(await service.GetAsync($"{path}?offset=1{more}")).Ok()["total"]!);
        (await service.GetAsync($"{path}?offset=2{more}")).Rejected(400, "DMS.00400062");
    }

    [Fact]
    public async Task Topics_are_sorted_by_lag_descending_unless_requested_otherwise()
    {
        using TestService service = new();
        string path = $"/v2/kafka/{{project_id}}/instances/{await service.IdOfAsync("kafka-prod")}/groups/reporting/topics";

        async Task<string> OrderAsync(string query) => string.Join(",", (await service.GetAsync(path + query)).Ok()["topics"]!.AsArray().Select(topic => (string?)topic!["topic"]));

        Assert.Equal("clicks,audit-log", await OrderAsync(""));
        Assert.Equal("audit-log,clicks", await OrderAsync("?sort_dir=asc"));
        Assert.Equal("audit-log,clicks", await OrderAsync("?sort_key=topic&sort_dir=asc"));
        Assert.Equal("clicks,audit-log", await OrderAsync("?sort_key=partition"));
        Assert.Equal("audit-log", await OrderAsync("?topic=audit"));
    }

    [Fact]
    public async Task Offsets_are_strings_and_show_the_consumer()
    {
        using TestService service = new();
        string path = $"/v2/kafka/{{project_id}}/instances/{await service.IdOfAsync("kafka-prod")}/groups/billing/message-offset";

        JsonNode response = (await service.GetAsync(path + "?topic=payments&partition=1")).Ok();

        Assert.Equal(1, (int)response["total"]!);
        JsonNode offset = response["group_message_offsets"]![0]!;
        Assert.Equal(("1", "2022", 2000, 2024, "billing-2"), ((string?)offset["partition"], (string?)offset["message_current_offset"], (int)offset["message_log_start_offset"]!, (int)offset["message_log_end_offset"]!, (string?)offset["client_id"]));
        Assert.Equal(9, (int)(await service.GetAsync(path)).Ok()["total"]!);
    }

    [Theory]
    [InlineData("POST", "/v2/{project_id}/kafka/instances/{0}/group", """{"group_name":"late"}""")]
    [InlineData("PUT", "/v2/kafka/{project_id}/instances/{0}/groups", """{"group_name":"fulfilment","group_desc":"x"}""")]
    [InlineData("PUT", "/v2/kafka/{project_id}/instances/{0}/groups/fulfilment", """{"group_desc":"x"}""")]
    [InlineData("DELETE", "/v2/kafka/{project_id}/instances/{0}/groups/fulfilment", null)]
    [InlineData("POST", "/v2/{project_id}/instances/{0}/groups/batch-delete", """{"group_ids":["fulfilment"]}""")]
    [InlineData("PUT", "/v2/kafka/{project_id}/instances/{0}/groups/fulfilment/reset-message-offset", """{"topic":"orders","partition":0,"message_offset":1}""")]
    public async Task Groups_can_be_changed_only_while_the_instance_is_running(string method, string path, string? body)
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");

        (await service.PostAsync("/v2/{project_id}/instances/action", TestService.Batch("restart", id))).Ok();

        (await service.SendAsync(new HttpMethod(method), path.Replace("{0}", id, StringComparison.Ordinal), body)).Rejected(400, "DMS.00400026");
    }
}
