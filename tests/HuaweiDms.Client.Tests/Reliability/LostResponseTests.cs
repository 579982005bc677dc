using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Emulator;

namespace HuaweiDms.Client.Tests.Reliability;

/// <summary>
/// A change whose response was lost is sent again. If the service then refuses it because it has taken effect already, the change has
/// succeeded; the current state decides.
/// </summary>
public sealed class LostResponseTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly DmsEmulator _emulator;
    private readonly HttpMessageHandler _handler;
    private readonly ScriptedClient _client;

    public LostResponseTests()
    {
        _emulator = new(new() { Clock = _clock });
        _handler = _emulator.CreateHandler();
        _client = new(options =>
        {
            options.Credential = new AccessKeyCredential(_emulator.AccessKey, Secret.From(_emulator.SecretKey));
            options.ProjectId = _emulator.ProjectId;
            options.Handler = _handler;
        });
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
        _emulator.Dispose();
    }

    [Fact]
    public async Task Deleted_users_count_as_deleted()
    {
        string id = await FindAsync();

        await LoseFirstResponseAsync(it => it.Users.DeleteAsync(id, ["orders-writer", "reporting"], Stop));

        Assert.Equal(["app-user", "billing"], (await _client.Client.Users.List(id).ToListAsync(Stop)).Select(user => user.UserName));
    }

    [Fact]
    public async Task Deleted_consumer_groups_count_as_deleted_and_others_keep_their_failure()
    {
        string id = await FindAsync();
        IReadOnlyList<ConsumerGroupActionResult> results = [];

        await LoseFirstResponseAsync(async it => results = await it.ConsumerGroups.DeleteAsync(id, ["fulfilment", "billing", "reporting"], Stop));

        Assert.Equal([true, false, true], results.Select(result => result.Succeeded));
        Assert.Equal("NON_EMPTY_GROUP", results[1].Message);
    }

    [Fact]
    public async Task Deleted_reports_count_as_deleted()
    {
        string id = await FindAsync();
        DiagnosisSummary report = await _client.Client.Diagnosis.StartAsync(id, "billing", "orders", Stop);
        _clock.Advance(TimeSpan.FromMinutes(2));
        IReadOnlyList<DiagnosisActionResult> results = [];

        await LoseFirstResponseAsync(async it => results = await it.Diagnosis.DeleteAsync(id, [report.ReportId!], Stop));

        Assert.True(Assert.Single(results).Succeeded);
    }

    [Theory]
    [InlineData("DMS.00400868", "PAUSED", "RUNNING")]
    [InlineData("DMS.00400869", "RUNNING", "PAUSED")]
    public async Task A_task_in_the_requested_state_counts_as_paused_or_resumed(string refusal, string wanted, string other)
    {
        using ScriptedClient done = Script(wanted);
        await done.RunAsync(ChangeAsync);
        Assert.Equal(3, done.Sent.Count);
        using ScriptedClient refused = Script(other);
        Assert.Equal(refusal, (await refused.FailAsync(ChangeAsync)).ErrorId);

        ScriptedClient Script(string state) => new ScriptedClient().Then(
            Responses.ConnectionReset, Responses.Error(400, refusal), Responses.Json($$"""{"id":"t-1","status":"{{state}}"}"""));

        Task ChangeAsync(DmsClient client)
            => wanted == "PAUSED" ? client.SmartConnect.PauseAsync("i-1", "t-1", Stop) : client.SmartConnect.ResumeAsync("i-1", "t-1", Stop);
    }

    [Fact]
    public async Task Smart_Connect_that_is_being_disabled_counts_as_disabled()
    {
        string id = await FindAsync();
        foreach (SmartConnectTask task in await _client.Client.SmartConnect.List(id).ToListAsync(Stop))
            await _client.Client.SmartConnect.DeleteAsync(id, task.TaskId!, Stop);

        SmartConnectChange? change = null;
        await LoseFirstResponseAsync(async it => change = await it.SmartConnect.DisableAsync(id, Stop));
        Assert.Equal((id, false, null), (change!.InstanceId, change.Enabled, change.TaskId));
    }

    [Fact]
    public async Task A_raised_maximum_of_dump_tasks_counts_as_raised()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.ConnectionReset, Responses.Error(400, "DMS.00400133"), Responses.Json("""{"tasks":[],"max_tasks":20}"""));

        await client.RunAsync(it => it.SinkTasks.SetQuotaAsync("c-1", 20, Stop));

        Assert.Equal(3, client.Sent.Count);
    }

    [Fact]
    public async Task A_change_that_has_not_taken_effect_is_still_refused()
    {
        using ScriptedClient client = new ScriptedClient().Then(
            Responses.ConnectionReset, Responses.Error(404, "DMS.00404000"), Responses.Json("""{"users":[{"user_name":"bob"}]}"""));

        DmsException error = await client.FailAsync(it => it.Users.DeleteAsync("i-1", ["alice", "bob"], Stop));

        Assert.Equal("DMS.00404000", error.ErrorId);
    }

    [Fact]
    public async Task If_the_state_cannot_be_read_each_item_keeps_the_result_that_the_service_reported()
    {
        using ScriptedClient groups = new ScriptedClient().Then(
            Responses.ConnectionReset, Responses.Json("""{"failed_groups":[{"group_id":"a","error_message":"No."}],"total":1}"""), Responses.Error(403, "DMS.10240002"));
        using ScriptedClient reports = new ScriptedClient().Then(
            Responses.ConnectionReset, Responses.Json("""{"results":[{"id":"a","success":false},{"id":"b","success":true}]}"""), Responses.Error(403, "DMS.10240002"));

        IReadOnlyList<ConsumerGroupActionResult> deletedGroups = await groups.RunAsync(it => it.ConsumerGroups.DeleteAsync("i-1", ["a", "b"], Stop));
        IReadOnlyList<DiagnosisActionResult> deletedReports = await reports.RunAsync(it => it.Diagnosis.DeleteAsync("i-1", ["a", "b"], Stop));

        Assert.Equal([false, true], deletedGroups.Select(result => result.Succeeded));
        Assert.Equal([false, true], deletedReports.Select(result => result.Succeeded));
        Assert.All([groups, reports], client => Assert.Equal(3, client.Sent.Count));
    }

    [Fact]
    public async Task A_change_refused_at_the_first_attempt_is_refused_without_reading_the_state()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Error(404, "DMS.00404000"));

        await client.FailAsync(it => it.Users.DeleteAsync("i-1", ["alice"], Stop));

        Assert.Single(client.Sent);
    }

    private async Task<string> FindAsync()
        => Assert.Single(await _client.Client.Instances.List(new() { Name = "kafka-prod", ExactName = true }).ToListAsync(Stop)).InstanceId!;

    private async Task LoseFirstResponseAsync(Func<DmsClient, Task> change)
    {
        Fault fault = new() { Action = FaultAction.Reset, AfterProcessing = true, Limit = 1 };
        _emulator.Faults.Add(fault);
        await _client.RunAsync(change);
        Assert.Equal(1, fault.Hits);
    }
}
