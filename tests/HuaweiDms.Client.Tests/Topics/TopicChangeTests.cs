using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Topics;

/// <summary>Topics made, changed and deleted (5.5.2, 5.5.4, 5.5.5, 7.1.1.7, 7.1.1.9, 7.2.2.1).</summary>
public sealed class TopicChangeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_topic_is_ordered_with_what_is_given_and_nothing_else()
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
    public async Task An_older_service_makes_and_deletes_by_its_own_paths()
    {
        using EmulatedClient client = new(ApiVersion.V1);
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;

        Assert.Equal("older", await client.Client.Topics.CreateAsync(id, new() { Name = "older", PartitionCount = 4 }, Stop));
        Assert.Equal($"/v1.0/{client.Emulator.ProjectId}/instances/{id}/topics", client.Last.Target);
        Assert.True(Assert.Single(await client.Client.Topics.DeleteAsync(id, ["older"], Stop)).Succeeded);
        Assert.Equal($"/v1.0/{client.Emulator.ProjectId}/instances/{id}/topics/delete", client.Last.Target);
    }

    [Fact]
    public async Task A_change_of_many_tells_what_became_of_each()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;

        var results = await client.Client.Topics.UpdateAsync(
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
    public async Task A_part_that_failed_is_told_with_200_too()
    {
        using var client = new ScriptedClient().Then(Answers.Json("""{"failed_topics":[{"id":"a","success":"false","error_msg":"No."},{"id":"b","success":true},null]}"""));

        var results = await client.RunAsync(it => it.Topics.UpdateAsync("i-1", [new() { Name = "a" }, new() { Name = "b" }, new() { Name = "c" }], Stop));

        Assert.Equal([false, true, true], results.Select(result => result.Succeeded));
    }

    [Fact]
    public async Task Partitions_that_a_lost_attempt_added_count_as_added()
    {
        using var client = new ScriptedClient().Then(
            Answers.ConnectionReset,
            Answers.Json("""{"failed_topics":[{"id":"a","success":false,"error_msg":"Topic already has 6 partitions."},{"id":"b","success":false,"error_msg":"Topic already has 6 partitions."}]}""", System.Net.HttpStatusCode.PartialContent));

        var results = await client.RunAsync(it => it.Topics.UpdateAsync("i-1", [new() { Name = "a", PartitionCount = 6 }, new() { Name = "b", PartitionCount = 5 }], Stop));

        Assert.Equal([true, false], results.Select(result => result.Succeeded));
    }

    [Fact]
    public async Task Where_the_gateway_does_not_know_the_path_partitions_can_still_be_added()
    {
        using var client = new ScriptedClient().Then(Answers.Error(404, "APIGW.0101"), Answers.Empty(204), Answers.Empty(204));

        var results = await client.RunAsync(it => it.Topics.UpdateAsync(
            "i-1", [new() { Name = "a", PartitionCount = 6 }, new() { Name = "b", RetentionHours = 5, PartitionCount = 6 }], Stop));
        await client.RunAsync(it => it.Topics.UpdateAsync("i-1", [new() { Name = "c", PartitionCount = 9 }], Stop));

        Assert.Equal([true, false], results.Select(result => result.Succeeded));
        Assert.Equal(
            ["PUT topics", "POST topics/a/partitions-reassignment", "POST topics/c/partitions-reassignment"],
            client.Sent.Select(request => $"{request.Method} {request.Target[request.Target.IndexOf("topics", StringComparison.Ordinal)..]}"));
        Assert.Equal("""{"partition":6}""", client.Sent[1].Body);
    }

    [Fact]
    public async Task What_the_older_path_has_done_stays_told_when_the_next_topic_is_refused()
    {
        using var client = new ScriptedClient().Then(
            Answers.Error(404, "APIGW.0101"), Answers.Empty(204), Answers.Error(400, "DMS.00400876", "No such topic."), Answers.Empty(204));

        var results = await client.RunAsync(it => it.Topics.UpdateAsync("i-1", [Adds("a"), Adds("b"), Adds("c")], Stop));
        await client.RunAsync(it => it.Topics.UpdateAsync("i-1", [Adds("d")], Stop));

        Assert.Equal(
            [("a", true, null, null), ("b", false, "DMS.00400876", "No such topic."), ("c", true, null, null)],
            results.Select(result => (result.Topic, result.Succeeded, result.ErrorCode, result.Message)));
        Assert.Equal(["PUT", "POST", "POST", "POST", "POST"], client.Sent.Select(request => request.Method));
    }

    [Fact]
    public async Task A_gateway_whose_newer_path_is_unknown_is_not_asked_again_though_the_older_one_refused()
    {
        using var client = new ScriptedClient().Then(Answers.Error(404, "APIGW.0101"), Answers.Error(403, "DMS.00403003"), Answers.Empty(204));

        Assert.Equal(DmsErrorKind.PermissionDenied, (await client.FailAsync(it => it.Topics.UpdateAsync("i-1", [Adds("a"), Adds("b")], Stop))).Kind);
        Assert.True(Assert.Single(await client.RunAsync(it => it.Topics.UpdateAsync("i-1", [Adds("a")], Stop))).Succeeded);

        Assert.Equal(["PUT", "POST", "POST"], client.Sent.Select(request => request.Method));
    }

    [Fact]
    public async Task A_gateway_that_knows_neither_path_is_asked_anew()
    {
        using var client = new ScriptedClient().Then(Answers.Error(404, "APIGW.0101"), Answers.Error(404, "APIGW.0101"), Answers.Json("{}"));

        Assert.Equal("APIGW.0101", (await client.FailAsync(it => it.Topics.UpdateAsync("i-1", [Adds("a"), Adds("b")], Stop))).ErrorId);
        Assert.True(Assert.Single(await client.RunAsync(it => it.Topics.UpdateAsync("i-1", [Adds("a")], Stop))).Succeeded);

        Assert.Equal(["PUT", "POST", "PUT"], client.Sent.Select(request => request.Method));
    }

    /// <summary>Where the service itself is not to be had, a hundred topics would each wait for it.</summary>
    [Fact]
    public async Task After_a_failure_that_is_about_no_topic_the_others_are_not_asked_for_and_what_was_done_is_told()
    {
        using var client = new ScriptedClient().Then(Answers.Error(404, "APIGW.0101"), Answers.Empty(204), Answers.Error(403, "DMS.00403003", "No."));

        var results = await client.RunAsync(it => it.Topics.UpdateAsync("i-1", [Adds("a"), Adds("b"), Adds("c")], Stop));

        Assert.Equal([(true, null), (false, "DMS.00403003"), (false, "DMS.00403003")], results.Select(result => (result.Succeeded, result.ErrorCode)));
        Assert.Equal(3, client.Sent.Count);
    }

    [Fact]
    public async Task Partitions_that_a_lost_attempt_of_the_older_path_added_count_as_added()
    {
        using var client = new ScriptedClient().Then(
            Answers.Error(404, "APIGW.0101"), Answers.ConnectionReset, Answers.Error(400, "DMS.00400062", "Topic already has 6 partitions."));

        Assert.True(Assert.Single(await client.RunAsync(it => it.Topics.UpdateAsync("i-1", [Adds("a")], Stop))).Succeeded);
    }

    private static TopicUpdate Adds(string topic) => new() { Name = topic, PartitionCount = 6 };

    [Theory]
    [InlineData(0)]
    [InlineData(TopicsApi.BatchSize + 1)]
    public async Task More_than_a_request_takes_is_refused_before_it_is_sent(int count)
    {
        using ScriptedClient client = new();
        string[] names = [.. Enumerable.Range(0, count).Select(number => $"t{number}")];
        foreach (var call in new Func<DmsClient, Task>[]
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
    public async Task A_deletion_is_believed_only_where_it_is_told()
    {
        using var client = new ScriptedClient().Then(Answers.Json("""{"topics":[{"id":"a","success":true},{"id":"b","success":"false"},{"id":"x","success":true}]}"""));

        var results = await client.RunAsync(it => it.Topics.DeleteAsync("i-1", ["a", "b", "c"], Stop));

        Assert.Equal("""{"topics":["a","b","c"]}""", client.Sent[0].Body);
        Assert.Equal([(true, null), (false, "HuaweiDms.ItemFailed"), (false, "HuaweiDms.NotAnswered")], results.Select(result => (result.Succeeded, result.ErrorCode)));
        Assert.Equal(("i-1", "delete", "c"), (results[2].InstanceId, results[2].Action, results[2].Topic));
    }

    [Fact]
    public async Task A_creation_is_not_sent_twice_where_the_first_may_have_been_heard()
    {
        using var client = new ScriptedClient().Then(Answers.ConnectionReset, Answers.Json("""{"name":"a"}"""));

        var error = await client.FailAsync(it => it.Topics.CreateAsync("i-1", new() { Name = "a" }, Stop));

        Assert.Equal(DmsErrorKind.OutcomeUnknown, error.Kind);
        Assert.Single(client.Sent);
    }
}
