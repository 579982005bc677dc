using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Topics;

/// <summary>Creating, changing and deleting topics (5.5.2, 5.5.4, 5.5.5, 7.1.1.7, 7.1.1.9, 7.2.2.1).</summary>
public sealed class TopicChangeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_the_specified_properties_of_a_topic_are_sent()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;

        Assert.Equal("bare", await client.Client.Topics.CreateAsync(id, new() { Name = "bare" }, Stop));
        Assert.Equal("""{"id":"bare"}""", client.Last.Body);
        TopicSpecification whole = new()
        {
            Name = "whole",
            PartitionCount = 2,
            ReplicationFactor = 1,
            RetentionHours = 5,
            SyncReplication = true,
            SyncFlush = false,
            Config = new Dictionary<string, string>(StringComparer.Ordinal) { ["max.message.bytes"] = "1000" },
            Description = "x",
        };
        await client.Client.Topics.CreateAsync(id, whole, Stop);

        Assert.Equal(
            """{"id":"whole","partition":2,"replication":1,"retention_time":5,"sync_replication":true,"sync_message_flush":false,"topic_desc":"x","topic_other_configs":[{"name":"max.message.bytes","value":"1000"}]}""",
            client.Last.Body);
        Topic topic = await client.Client.Topics.List(id).SingleAsync(topic => topic.Name == "whole", Stop);
        Assert.Equal((2, 1, 5, true, false, "x", 1000L), (topic.PartitionCount, topic.ReplicationFactor, topic.RetentionHours, topic.SyncReplication, topic.SyncFlush, topic.Description, topic.Config["max.message.bytes"]));
    }

    [Fact]
    public async Task An_older_service_creates_and_deletes_on_its_own_paths()
    {
        using EmulatedClient client = new(ApiVersion.V1);
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;

        Assert.Equal("older", await client.Client.Topics.CreateAsync(id, new() { Name = "older", PartitionCount = 4 }, Stop));
        Assert.Equal($"/v1.0/{client.Emulator.ProjectId}/instances/{id}/topics", client.Last.Target);
        Assert.True(Assert.Single(await client.Client.Topics.DeleteAsync(id, ["older"], Stop)).Succeeded);
        Assert.Equal($"/v1.0/{client.Emulator.ProjectId}/instances/{id}/topics/delete", client.Last.Target);
    }

    [Fact]
    public async Task A_change_of_several_topics_has_a_result_for_each()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;

        IReadOnlyList<TopicActionResult> results = await client.Client.Topics.UpdateAsync(
            id,
            [
                new() { Name = "orders", PartitionCount = 7, NewPartitionBrokers = [2, 1, 0] }, new() { Name = "nope", RetentionHours = 1 },
                new() { Name = "clicks", RetentionHours = 1, Description = string.Empty },
            ],
            Stop);

        Assert.Equal(
            """{"topics":[{"id":"orders","new_partition_numbers":7,"new_partition_brokers":[2,1,0]},{"id":"nope","retention_time":1},{"id":"clicks","retention_time":1,"topic_desc":""}]}""",
            client.Last.Body);
        Assert.Equal([("orders", true), ("nope", false), ("clicks", true)], results.Select(result => (result.Topic!, result.Succeeded)));
        Assert.Equal("The topic does not exist.", results[1].Message);
        Assert.All(await client.Client.Topics.UpdateAsync(id, [new() { Name = "clicks", RetentionHours = 2 }], Stop), result => Assert.True(result.Succeeded));
    }

    [Fact]
    public async Task A_partial_failure_with_status_200_is_reported()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json("""{"failed_topics":[{"id":"a","success":"false","error_msg":"No."},{"id":"b","success":true},null]}"""));

        IReadOnlyList<TopicActionResult> results = await client.RunAsync(it => it.Topics.UpdateAsync("i-1", [new() { Name = "a" }, new() { Name = "b" }, new() { Name = "c" }], Stop));

        Assert.Equal([false, true, true], results.Select(result => result.Succeeded));
    }

    [Fact]
    public async Task Partitions_added_by_an_attempt_with_a_lost_response_count_as_added()
    {
        using ScriptedClient client = new ScriptedClient().Then(
            Responses.ConnectionReset,
            Responses.Json("""{"failed_topics":[{"id":"a","success":false,"error_msg":"Topic already has 6 partitions."},{"id":"b","success":false,"error_msg":"Topic already has 6 partitions."}]}""", System.Net.HttpStatusCode.PartialContent));

        IReadOnlyList<TopicActionResult> results = await client.RunAsync(it => it.Topics.UpdateAsync("i-1", [new() { Name = "a", PartitionCount = 6 }, new() { Name = "b", PartitionCount = 5 }], Stop));

        Assert.Equal([true, false], results.Select(result => result.Succeeded));
    }

    [Fact]
    public async Task If_the_gateway_does_not_know_the_path_partitions_can_still_be_added()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Error(404, "APIGW.0101"), Responses.Empty(204), Responses.Empty(204));

        IReadOnlyList<TopicActionResult> results = await client.RunAsync(it => it.Topics.UpdateAsync(
            "i-1", [new() { Name = "a", PartitionCount = 6 }, new() { Name = "b", RetentionHours = 5, PartitionCount = 6 }], Stop));
        await client.RunAsync(it => it.Topics.UpdateAsync("i-1", [new() { Name = "c", PartitionCount = 9 }], Stop));

        Assert.Equal([true, false], results.Select(result => result.Succeeded));
        Assert.Equal(
            ["PUT topics", "POST topics/a/partitions-reassignment", "POST topics/c/partitions-reassignment"],
            client.Sent.Select(request => $"{request.Method} {request.Target[request.Target.IndexOf("topics", StringComparison.Ordinal)..]}"));
        Assert.Equal("""{"partition":6}""", client.Sent[1].Body);
    }

    [Fact]
    public async Task Results_of_the_older_path_are_kept_when_the_next_topic_is_refused()
    {
        using ScriptedClient client = new ScriptedClient().Then(
            Responses.Error(404, "APIGW.0101"), Responses.Empty(204), Responses.Error(400, "DMS.00400876", "No such topic."), Responses.Empty(204));

        IReadOnlyList<TopicActionResult> results = await client.RunAsync(it => it.Topics.UpdateAsync("i-1", [Adds("a"), Adds("b"), Adds("c")], Stop));
        await client.RunAsync(it => it.Topics.UpdateAsync("i-1", [Adds("d")], Stop));

        Assert.Equal(
            [("a", true, null, null), ("b", false, "DMS.00400876", "No such topic."), ("c", true, null, null)],
            results.Select(result => (result.Topic, result.Succeeded, result.ErrorCode, result.Message)));
        Assert.Equal(["PUT", "POST", "POST", "POST", "POST"], client.Sent.Select(request => request.Method));
    }

    [Fact]
    public async Task An_unknown_newer_path_is_not_tried_again_after_a_refusal_of_the_older_one()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Error(404, "APIGW.0101"), Responses.Error(403, "DMS.00403003"), Responses.Empty(204));

        Assert.Equal(DmsErrorKind.PermissionDenied, (await client.FailAsync(it => it.Topics.UpdateAsync("i-1", [Adds("a"), Adds("b")], Stop))).Kind);
        Assert.True(Assert.Single(await client.RunAsync(it => it.Topics.UpdateAsync("i-1", [Adds("a")], Stop))).Succeeded);

        Assert.Equal(["PUT", "POST", "POST"], client.Sent.Select(request => request.Method));
    }

    [Fact]
    public async Task A_newer_path_is_tried_again_if_the_call_of_the_older_one_was_canceled()
    {
        using CancellationTokenSource leaving = new();
        using ScriptedClient client = new ScriptedClient().Then(
            Responses.Error(404, "APIGW.0101"),
            async (_, cancellationToken) =>
            {
                await leaving.CancelAsync();
                return await Task.FromCanceled<HttpResponseMessage>(cancellationToken);
            },
            Responses.Json("{}"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.RunAsync(it => it.Topics.UpdateAsync("i-1", [Adds("a")], leaving.Token)));
        Assert.True(Assert.Single(await client.RunAsync(it => it.Topics.UpdateAsync("i-1", [Adds("a")], Stop))).Succeeded);

        Assert.Equal(["PUT", "POST", "PUT"], client.Sent.Select(request => request.Method));
    }

    [Fact]
    public async Task A_change_that_the_older_path_cannot_make_is_sent_once()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Error(404, "APIGW.0101"));

        DmsException error = await client.FailAsync(it => it.Topics.UpdateAsync("i-1", [new() { Name = "a", RetentionHours = 5 }], Stop));

        Assert.Equal("APIGW.0101", error.ErrorId);
        Assert.Single(client.Sent);
    }

    [Fact]
    public async Task A_gateway_that_knows_neither_path_is_tried_again()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Error(404, "APIGW.0101"), Responses.Error(404, "APIGW.0101"), Responses.Json("{}"));

        Assert.Equal("APIGW.0101", (await client.FailAsync(it => it.Topics.UpdateAsync("i-1", [Adds("a"), Adds("b")], Stop))).ErrorId);
        Assert.True(Assert.Single(await client.RunAsync(it => it.Topics.UpdateAsync("i-1", [Adds("a")], Stop))).Succeeded);

        Assert.Equal(["PUT", "POST", "PUT"], client.Sent.Select(request => request.Method));
    }

    /// <summary>If the service is not available, each of a hundred topics would wait for it.</summary>
    [Fact]
    public async Task A_general_failure_ends_the_batch_and_keeps_the_results_so_far()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Error(404, "APIGW.0101"), Responses.Empty(204), Responses.Error(403, "DMS.00403003", "No."));

        IReadOnlyList<TopicActionResult> results = await client.RunAsync(it => it.Topics.UpdateAsync("i-1", [Adds("a"), Adds("b"), Adds("c")], Stop));

        Assert.Equal([(true, null), (false, "DMS.00403003"), (false, "DMS.00403003")], results.Select(result => (result.Succeeded, result.ErrorCode)));
        Assert.Equal(3, client.Sent.Count);
    }

    [Fact]
    public async Task Partitions_added_on_the_older_path_by_an_attempt_with_a_lost_response_count_as_added()
    {
        using ScriptedClient client = new ScriptedClient().Then(
            Responses.Error(404, "APIGW.0101"), Responses.ConnectionReset, Responses.Error(400, "DMS.00400062", "Topic already has 6 partitions."));

        Assert.True(Assert.Single(await client.RunAsync(it => it.Topics.UpdateAsync("i-1", [Adds("a")], Stop))).Succeeded);
    }

    private static TopicUpdate Adds(string topic) => new() { Name = topic, PartitionCount = 6 };

    [Theory]
    [InlineData(0)]
    [InlineData(TopicsApi.BatchSize + 1)]
    public async Task A_batch_of_invalid_size_is_rejected_before_it_is_sent(int count)
    {
        using ScriptedClient client = new();
        string[] names = [.. Enumerable.Range(0, count).Select(number => $"t{number}")];
        foreach (Func<DmsClient, Task> call in new Func<DmsClient, Task>[]
        {
            it => it.Topics.DeleteAsync("i-1", names, Stop),
            it => it.Topics.UpdateAsync("i-1", [.. names.Select(Adds)], Stop),
            it => it.ConsumerGroups.DeleteAsync("i-1", names, Stop),
            it => it.Instances.RestartAsync(names, Stop),
            it => it.Dcs.ActAsync(DcsAction.Restart, names, Stop),
        })
            Assert.Equal(DmsErrorKind.InvalidArgument, (await client.FailAsync(call)).Kind);

        Assert.Empty(client.Sent);
    }

    [Fact]
    public async Task A_deletion_succeeds_only_if_the_service_reports_it()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json("""{"topics":[{"id":"a","success":true},{"id":"b","success":"false"},{"id":"x","success":true}]}"""));

        IReadOnlyList<TopicActionResult> results = await client.RunAsync(it => it.Topics.DeleteAsync("i-1", ["a", "b", "c"], Stop));

        Assert.Equal("""{"topics":["a","b","c"]}""", client.Sent[0].Body);
        Assert.Equal([(true, null), (false, "HuaweiDms.ItemFailed"), (false, "HuaweiDms.NotReported")], results.Select(result => (result.Succeeded, result.ErrorCode)));
        Assert.Equal(("i-1", "delete", "c"), (results[2].InstanceId, results[2].Action, results[2].Topic));
    }

    [Fact]
    public async Task A_creation_is_not_sent_twice_if_the_first_may_have_taken_effect()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.ConnectionReset, Responses.Json("""{"name":"a"}"""));

        DmsException error = await client.FailAsync(it => it.Topics.CreateAsync("i-1", new() { Name = "a" }, Stop));

        Assert.Equal(DmsErrorKind.OutcomeUnknown, error.Kind);
        Assert.Single(client.Sent);
    }
}
