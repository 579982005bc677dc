using System.Collections;
using System.Text.Json;
using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Tasks;

/// <summary>Background tasks on the wire and with the emulated service (5.9).</summary>
public sealed class TaskTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tasks_are_listed_newest_first_with_their_instance()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;

        IReadOnlyList<BackgroundTask> tasks = await client.Client.Tasks.List(id).ToListAsync(Stop);

        Assert.Equal(["changeRetentionPolicy", "bindInstancePublicIp", "bindInstancePublicIp", "modifyAutoTopic"], tasks.Select(task => task.Name));
        Assert.All(tasks, task => Assert.Equal((id, "test"), (task.InstanceId, task.Context)));
        Assert.Equal(new(2024, 6, 10, 9, 15, 0, TimeSpan.Zero), tasks[0].CreatedAt);
        Assert.Equal("produce_reject", Assert.IsType<IDictionary>(tasks[0].Parameters, exactMatch: false)["new_retention_policy"]);
        Assert.Equal(true, Assert.IsType<IDictionary>(tasks[3].Parameters, exactMatch: false)["old_auto_status"]);
        Assert.Equal("changeRetentionPolicy SUCCESS", tasks[0].ToString());
    }

    [Fact]
    public async Task Records_count_from_1()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;

        IReadOnlyList<BackgroundTask> page = await client.Client.Tasks.List(id, range: new(2, 1)).ToListAsync(Stop);

        Assert.Equal($"/v2/{client.Emulator.ProjectId}/instances/{id}/tasks?limit=1&start=3", client.Last.Target);
        Assert.Equal("FAILED", Assert.Single(page).Status);
    }

    [Fact]
    public async Task Times_are_sent_in_the_documented_format_in_UTC()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;
        TaskFilter filter = new() { Since = new(2024, 4, 14, 0, 0, 0, TimeSpan.FromHours(8)), Until = new(2024, 4, 30, 0, 0, 0, TimeSpan.Zero) };

        Assert.Equal("SUCCESS", Assert.Single(await client.Client.Tasks.List(id, filter).ToListAsync(Stop)).Status);
        Assert.Contains("begin_time=20240413160000&end_time=20240430000000", client.Last.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_runs_ends_and_is_deleted()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;
        await client.Client.Instances.UpdateAsync(id, new() { RetentionPolicy = "time_base" }, Stop);
        BackgroundTask task = Assert.Single(await client.Client.Tasks.List(id).ToListAsync(Stop));
        Assert.Equal("EXECUTING", task.Status);
        DmsException refusal = await Assert.ThrowsAsync<DmsException>(() => client.Client.Tasks.DeleteAsync(id, task.TaskId!, Stop));
        Assert.Equal("DMS.00400017", refusal.ErrorId);

        client.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("SUCCESS", (await client.Client.Tasks.GetAsync(id, task.TaskId!, Stop)).Status);
        await client.Client.Tasks.DeleteAsync(id, task.TaskId!, Stop);
        Assert.Empty(await client.Client.Tasks.List(id).ToListAsync(Stop));
        Assert.Equal(DmsErrorKind.NotFound, (await Assert.ThrowsAsync<DmsException>(() => client.Client.Tasks.GetAsync(id, task.TaskId!, Stop))).Kind);
    }

    [Theory]
    [InlineData("\"no json\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("\"[1]\"")]
    public async Task Parameters_of_any_type_do_not_affect_the_task(string parameters)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json($$"""{"task_count":"1","tasks":[{"id":"t-1","status":"NEW_STATE","params":{{parameters}}}]}"""));

        BackgroundTask task = await client.RunAsync(it => it.Tasks.GetAsync("i-1", "t-1", Stop));

        Assert.Equal(("t-1", "NEW_STATE"), (task.TaskId, task.Status));
    }

    /// <summary>An unpaired surrogate is not valid text; the rest must still be readable.</summary>
    [Theory]
    [InlineData("""{\"a\":\"\\ud800 b\"}""", """{"a":"\ufffd b"}""")]
    [InlineData("""half \ud800 of it""", "\"half \\ufffd of it\"")]
    public async Task Parameters_with_invalid_text_do_not_affect_the_task(string sent, string read)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json($$"""{"tasks":[{"id":"t1","params":"{{sent}}","status":"SUCCESS"}]}"""));

        BackgroundTask task = await client.RunAsync(it => it.Tasks.GetAsync("i-1", "t1", Stop));

        Assert.Equal(("SUCCESS", read), (task.Status, JsonSerializer.Serialize(task.Parameters).ToLowerInvariant()));
    }

    [Theory]
    [InlineData("{} and more")]
    [InlineData("[1]2")]
    public async Task Parameters_that_only_start_like_a_document_remain_text(string sent)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json($$"""{"tasks":[{"id":"t1","params":"{{sent}}"}]}"""));
        Assert.Equal(sent, (await client.RunAsync(it => it.Tasks.GetAsync("i-1", "t1", Stop))).Parameters);
    }

    [Fact]
    public async Task An_empty_list_means_that_the_task_does_not_exist()
    {
        using ScriptedClient client = new ScriptedClient().Then(
            Responses.Json("""{"task_count":"0","tasks":[]}"""), Responses.Json("""{"task_count":"0","tasks":null}"""), Responses.Json("{}"));
        for (int turn = 0; turn < 2; turn++)
        {
            DmsException error = await client.FailAsync(it => it.Tasks.GetAsync("i-1", "t-1", Stop));
            Assert.Equal((DmsErrorKind.NotFound, "HuaweiDms.NotFound"), (error.Kind, error.ErrorId));
            Assert.Contains("'t-1'", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(DmsErrorKind.UnreadableResponse, (await client.FailAsync(it => it.Tasks.GetAsync("i-1", "t-1", Stop))).Kind);
    }
}
