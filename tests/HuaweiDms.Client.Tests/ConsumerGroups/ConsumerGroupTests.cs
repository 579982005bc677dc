using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Emulator;

namespace HuaweiDms.Client.Tests.ConsumerGroups;

/// <summary>Consumer groups on the wire and with the emulated service (5.6, 7.2.3).</summary>
public sealed class ConsumerGroupTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Groups_are_listed_and_filtered_by_name_and_by_topic()
    {
        using EmulatedClient client = new();
        ConsumerGroupsApi groups = client.Client.ConsumerGroups;
        string id = await IdAsync(client);

        Assert.Equal(["billing", "fulfilment", "reporting"], (await groups.List(id).ToListAsync(Stop)).Select(group => group.Name));
        Assert.Equal($"/v2/{client.Emulator.ProjectId}/instances/{id}/groups?limit=50&offset=0", client.Last.Target);
        ConsumerGroup one = Assert.Single(await groups.List(id, "port").ToListAsync(Stop));
        Assert.Equal(("reporting", "Empty", 216L, "Nightly", id, "test"), (one.Name, one.State, one.Lag, one.Description, one.InstanceId, one.Context));
        Assert.Equal(["billing"], (await groups.List(id, topic: "payments").ToListAsync(Stop)).Select(group => group.Name));
        Assert.StartsWith($"/v2/kafka/{client.Emulator.ProjectId}/instances/{id}/groups?", client.Last.Target, StringComparison.Ordinal);
        Assert.Null(await groups.FindAsync(id, "port", Stop));
        Assert.Equal("reporting", (await groups.FindAsync(id, "reporting", Stop))!.Name);
    }

    [Fact]
    public async Task Five_hundred_groups_are_read_page_by_page()
    {
        using EmulatedClient client = new();
        string id = await IdAsync(client);
        for (int number = 0; number < 500; number++)
            await client.Client.ConsumerGroups.CreateAsync(id, $"g{number}", cancellationToken: Stop);

        Assert.Equal(503, (await client.Client.ConsumerGroups.List(id).ToListAsync(Stop)).Count);
    }

    [Fact]
    public async Task A_group_is_read_with_members_and_offsets_without_the_slash_before_addresses()
    {
        using EmulatedClient client = new();
        string id = await IdAsync(client);

        ConsumerGroup group = await client.Client.ConsumerGroups.GetAsync(id, "billing", Stop);

        Assert.Equal($"/v2/{client.Emulator.ProjectId}/instances/{id}/management/groups/billing", client.Last.Target);
        Assert.Equal(("billing", "Stable", true, "roundrobin"), (group.Name, group.State, group.IsActive, group.AssignmentStrategy));
        Assert.Equal(["billing-1 at 192.168.8.10", "billing-2 at 192.168.8.11"], group.Members!.Select(member => member.ToString()));
        Assert.Equal(["orders[0,2,4]", "payments[0,2]"], group.Members![0].Assignments!.Select(assigned => assigned.ToString()));
        Assert.Equal(("orders", 0, 1022L, 1024L, 2L, id, "billing"), (group.Offsets![0].Topic, group.Offsets[0].Partition, group.Offsets[0].CurrentOffset, group.Offsets[0].EndOffset, group.Offsets[0].Lag, group.Offsets[0].InstanceId, group.Offsets[0].ConsumerGroup));
    }

    [Fact]
    public async Task A_group_that_does_not_exist_is_dead()
    {
        using EmulatedClient client = new();

        ConsumerGroup group = await client.Client.ConsumerGroups.GetAsync(await IdAsync(client), "nobody", Stop);

        Assert.Equal(("Dead", false, 0), (group.State, group.IsActive, group.Members!.Length));
    }

    [Fact]
    public async Task A_gateway_without_the_newer_path_is_called_only_on_the_older_one()
    {
        using EmulatedClient client = new();
        ConsumerGroupsApi groups = client.Client.ConsumerGroups;
        string id = await IdAsync(client);
        foreach ((string method, string path) in new[] { ("GET", "*/management/groups/fulfilment"), ("PUT", "*/groups/fulfilment"), ("PUT", "*/reset-message-offset") })
            client.Emulator.Faults.Add(new() { Action = FaultAction.Status, Method = method, Path = path, StatusCode = 404, ErrorCode = "APIGW.0101" });

        for (int turn = 0; turn < 2; turn++)
        {
            Assert.Equal("fulfilment", (await groups.GetAsync(id, "fulfilment", Stop)).Name);
            await groups.UpdateAsync(id, "fulfilment", $"turn {turn}", Stop);
            await groups.ResetOffsetAsync(id, "fulfilment", OffsetReset.ToOffset("orders", 0, 1001), Stop);
        }

        Assert.Equal(
            ["ShowGroups", "ListInstanceConsumerGroup", "UpdateInstanceConsumerGroup", "UpdateInstanceGroup", "ResetMessageOffsetWithEngine", "ResetMessageOffset", "ListInstanceConsumerGroup", "UpdateInstanceGroup", "ResetMessageOffset"],
            client.Emulator.Requests.Skip(1).Select(request => request.Operation));
        Assert.Equal("turn 1", (await groups.FindAsync(id, "fulfilment", Stop))!.Description);
        Assert.Equal(1001, (await groups.GetAsync(id, "fulfilment", Stop)).Offsets![0].CurrentOffset);
    }

    [Fact]
    public async Task The_flat_format_is_read_and_states_in_any_spelling()
    {
        using ScriptedClient client = new ScriptedClient().Then(
            Responses.Json("""{"group":null,"members":[{"host":"/10.1.1.1","member_id":"m","client_id":"c"}],"state":"PREPARING_REBALANCE","group_id":"g","coordinator_id":"2","group_message_offsets":[{"partition":"0","lag":"5","topic":"t","message_current_offset":"-1","message_log_end_offset":5}],"assignment_strategy":"range"}"""),
            Responses.Json("""{"group":{"group_id":"g","state":"completingrebalance","members":null}}"""),
            Responses.Json("""{"group":{"group_id":"g","state":"Somewhere"}}"""));
        ConsumerGroup flat = await client.RunAsync(it => it.ConsumerGroups.GetAsync("i-1", "g", Stop));
        Assert.Equal(("PreparingRebalance", 2, "10.1.1.1", true), (flat.State, flat.CoordinatorId, flat.Members![0].Host, flat.IsActive));
        Assert.Equal((0, null, 5L), (flat.Offsets![0].Partition, flat.Offsets[0].CurrentOffset, flat.Offsets[0].Lag));
        Assert.Equal(("CompletingRebalance", true), StateOf(await client.RunAsync(it => it.ConsumerGroups.GetAsync("i-1", "g", Stop))));
        Assert.Equal(("Somewhere", true), StateOf(await client.RunAsync(it => it.ConsumerGroups.GetAsync("i-1", "g", Stop))));

        static (string?, bool) StateOf(ConsumerGroup group) => (group.State, group.IsActive);
    }

    [Fact]
    public async Task A_group_without_members_and_offsets_gets_them_from_the_lists()
    {
        using ScriptedClient client = new ScriptedClient().Then(
            Responses.Error(400, "DMS.00400026"),
            Responses.Json("""{"group":{"group_id":"g","state":"STABLE","coordinator_id":2,"createdAt":1691401194847,"group_desc":"d"}}"""),
            Responses.Json("""{"members":[{"host":"/10.1.1.1","member_id":"m","client_id":"c"}],"total":1}"""),
            Responses.Json("""{"topics":[{"topic":"t","partitions":1,"lag":5}],"total":1}"""),
            Responses.Json("""{"group_message_offsets":[{"partition":0,"message_current_offset":7,"message_log_end_offset":12}],"total":1}"""));

        ConsumerGroup read = await client.RunAsync(it => it.ConsumerGroups.GetAsync("i-1", "g", Stop));

        Assert.Equal(("g", "Stable", "d", "i-1"), (read.ConsumerGroup, read.State, read.Description, read.InstanceId));
        Assert.Equal(("10.1.1.1", "g"), (Assert.Single(read.Members!).Host, read.Members![0].ConsumerGroup));
        Assert.Equal(("t/0: 7", 5L), (Assert.Single(read.Offsets!).ToString(), read.Offsets![0].Lag));
    }

    [Fact]
    public async Task A_dead_group_needs_no_further_requests()
    {
        using ScriptedClient client = new ScriptedClient().Then(
            Responses.Error(400, "DMS.00400026"),
            Responses.Json("""{"group":{"group_id":"g","state":"DEAD"}}"""));

        ConsumerGroup read = await client.RunAsync(it => it.ConsumerGroups.GetAsync("i-1", "g", Stop));

        Assert.Equal((ConsumerGroupState.Dead, 0, 0), (read.State, read.Members!.Length, read.Offsets!.Length));
        Assert.Equal(2, client.Sent.Count);
    }

    [Fact]
    public async Task Members_are_listed_with_their_addresses_and_partitions()
    {
        using EmulatedClient client = new();
        ConsumerGroupsApi groups = client.Client.ConsumerGroups;
        string id = await IdAsync(client);

        IReadOnlyList<ConsumerGroupMember> members = await groups.ListMembers(id, "billing").ToListAsync(Stop);

        Assert.Equal(["192.168.8.10", "192.168.8.11"], members.Select(member => member.Host));
        Assert.Equal("orders[1,3,5]", members[1].Assignments![0].ToString());
        Assert.Equal(members[1].MemberId, Assert.Single(await groups.ListMembers(id, "billing", host: "192.168.8.11").ToListAsync(Stop)).MemberId);
        Assert.Equal("billing-1", Assert.Single(await groups.ListMembers(id, "billing", memberId: members[0].MemberId).ToListAsync(Stop)).ClientId);
        Assert.Empty(await groups.ListMembers(id, "fulfilment").ToListAsync(Stop));
    }

    [Fact]
    public async Task Topics_are_returned_in_the_requested_order_and_offsets_by_topic()
    {
        using EmulatedClient client = new();
        ConsumerGroupsApi groups = client.Client.ConsumerGroups;
        string id = await IdAsync(client);
        Assert.Equal(["clicks: 144", "audit-log: 72"], (await groups.ListTopics(id, "reporting").ToListAsync(Stop)).Select(topic => topic.ToString()));
        Assert.Equal(["audit-log", "clicks"], (await groups.ListTopics(id, "reporting", sortKey: "topic", sortDirection: "asc").ToListAsync(Stop)).Select(topic => topic.Topic));

        IReadOnlyList<ConsumerOffset> offsets = await groups.ListOffsets(id, "billing", "payments").ToListAsync(Stop);
        Assert.Equal(["payments/0: 1022", "payments/1: 2022", "payments/2: 3022"], offsets.Select(offset => offset.ToString()));
        Assert.Equal((2000L, 2024L, 2L, "billing-2", "192.168.8.11"), (offsets[1].StartOffset, offsets[1].EndOffset, offsets[1].Lag, offsets[1].ClientId, offsets[1].Host));
        ConsumerGroupMember reader = (await groups.GetAsync(id, "billing", Stop)).Members!.Single(member => member.ClientId == "billing-2");
        Assert.Equal(reader.MemberId, offsets[1].MemberId);
        Assert.Equal(2, Assert.Single(await groups.ListOffsets(id, "billing", "payments", partition: 2).ToListAsync(Stop)).Partition);
    }

    [Fact]
    public async Task A_group_is_created_changed_and_deleted()
    {
        using EmulatedClient client = new();
        ConsumerGroupsApi groups = client.Client.ConsumerGroups;
        string id = await IdAsync(client);

        ConsumerGroup made = await groups.CreateAsync(id, "new", "for tests", Stop);
        Assert.Equal(("new", "for tests"), (made.Name, made.Description));
        Assert.Equal("""{"group_name":"new","group_desc":"for tests"}""", client.Last.Body);
        await groups.UpdateAsync(id, "new", "", Stop);
        Assert.Equal("""{"group_name":"new","group_desc":""}""", client.Last.Body);
        Assert.Null((await groups.FindAsync(id, "new", Stop))!.Description);
        await groups.DeleteAsync(id, "new", Stop);
        Assert.Equal("DELETE", client.Last.Method);

        DmsException gone = await Assert.ThrowsAsync<DmsException>(() => groups.DeleteAsync(id, "new", Stop));
        Assert.Equal((DmsErrorKind.NotFound, "DMS.111400864"), (gone.Kind, gone.ErrorId));
        DmsException there = await Assert.ThrowsAsync<DmsException>(() => groups.CreateAsync(id, "billing", cancellationToken: Stop));
        Assert.Equal(DmsErrorKind.AlreadyExists, there.Kind);
    }

    [Fact]
    public async Task Each_group_of_a_batch_has_its_own_result()
    {
        using EmulatedClient client = new();

        IReadOnlyList<ConsumerGroupActionResult> results = await client.Client.ConsumerGroups.DeleteAsync(await IdAsync(client), ["reporting", "billing", "nobody"], Stop);

        Assert.Equal("""{"group_ids":["reporting","billing","nobody"]}""", client.Last.Body);
        Assert.Equal(["delete reporting: success", "delete billing: failed", "delete nobody: failed"], results.Select(result => result.ToString()));
        Assert.Equal(("HuaweiDms.ItemFailed", "NON_EMPTY_GROUP"), (results[1].ErrorCode, results[1].Message));
    }

    [Fact]
    public async Task A_repeated_deletion_after_a_lost_response_succeeds()
    {
        using EmulatedClient client = new();
        string id = await IdAsync(client);
        client.Emulator.Faults.Add(new() { Action = FaultAction.Status, StatusCode = 500, Method = "DELETE", AfterProcessing = true, Limit = 1 });
        Task deleting = client.Client.ConsumerGroups.DeleteAsync(id, "reporting", Stop);
        while (!deleting.IsCompleted)
        {
            client.Time.AdvanceToNextTimer();
            await Task.Delay(1, Stop);
        }
        await deleting;

        Assert.Equal(2, client.Recorder.Sent.Count(sent => sent.Method == "DELETE"));
        Assert.Null(await client.Client.ConsumerGroups.FindAsync(id, "reporting", Stop));
    }

    [Theory]
    [InlineData("""{"failed_groups":[{"group_id":"test-1","error_message":"UNKNOW"},{"group_id":"test-2","error_message":"UNKNOW"}],"total":2}""", "HuaweiDms.NotReported", "HuaweiDms.NotReported")]
    [InlineData("""{"failed_groups":null,"total":1}""", "HuaweiDms.NotReported", "HuaweiDms.NotReported")]
    [InlineData("""{"failed_groups":[{"group_id":"a"}],"total":2}""", "HuaweiDms.ItemFailed", "HuaweiDms.NotReported")]
    [InlineData("""{"failed_groups":[{"group_id":"a"}],"total":1}""", "HuaweiDms.ItemFailed", null)]
    [InlineData("""{"failed_groups":[null],"total":0}""", "HuaweiDms.NotReported", "HuaweiDms.NotReported")]
    [InlineData("""{"failed_groups":[],"total":0}""", null, null)]
    [InlineData("{}", null, null)]
    public async Task Groups_do_not_count_as_deleted_if_more_failed_than_are_named(string response, string? first, string? second)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(response));

        IReadOnlyList<ConsumerGroupActionResult> results = await client.RunAsync(it => it.ConsumerGroups.DeleteAsync("i", ["a", "b"], Stop));

        Assert.Equal([first, second], results.Select(result => result.ErrorCode));
        Assert.All(results, result => Assert.Equal(result.ErrorCode is null, result.Succeeded));
    }

    [Fact]
    public async Task Partitions_of_a_member_are_read_from_numbers_and_text()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(
            """{"group":{"group_id":"g","state":"Stable","members":[{"member_id":"m","assignment":[{"topic":"t","partitions":["0",1,"2"]}]}]}}"""));

        ConsumerGroup group = await client.RunAsync(it => it.ConsumerGroups.GetAsync("i", "g", Stop));

        Assert.Equal("t[0,1,2]", group.Members![0].Assignments![0].ToString());
    }

    [Theory]
    [InlineData("orders", 3, 10L, null, """{"topic":"orders","partition":3,"message_offset":10}""")]
    [InlineData("orders", null, 0L, null, """{"topic":"orders","partition":-1,"message_offset":0}""")]
    [InlineData("orders", 0, null, 1571812144000L, """{"topic":"orders","partition":0,"timestamp":1571812144000}""")]
    [InlineData(null, null, null, -5L, """{"partition":-1,"timestamp":0}""")]
    public async Task An_offset_is_reset_to_an_offset_or_a_time(string? topic, int? partition, long? offset, long? time, string body)
    {
        using EmulatedClient client = new();
        string id = await IdAsync(client);
        OffsetReset reset = offset is { } number ? OffsetReset.ToOffset(topic!, partition, number) : OffsetReset.ToTime(topic, partition, DateTimeOffset.FromUnixTimeMilliseconds(time!.Value));

        await client.Client.ConsumerGroups.ResetOffsetAsync(id, "fulfilment", reset, Stop);

        Assert.Equal(body, client.Last.Body);
        Assert.Equal($"/v2/kafka/{client.Emulator.ProjectId}/instances/{id}/groups/fulfilment/reset-message-offset", client.Last.Target);
    }

    private static async Task<string> IdAsync(EmulatedClient client) => (await client.FindAsync("kafka-prod")).InstanceId!;
}
